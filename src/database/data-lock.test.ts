import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test, type TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { DataFolderInUse, DoorFault, knock, openDoor, socketPathOf } from './data-lock.ts'

function folder(t: TestContext, name = 'data'): string {
  const base = mkdtempSync(join(tmpdir(), 'claviger-door-'))
  t.after(() => rmSync(base, { recursive: true }))
  return join(base, name)
}

const echo = async (command: string, args: unknown): Promise<unknown> => {
  if (command === 'fail') throw new Error('it failed')
  if (command === 'slow') await pause(150)
  return { command, args }
}

const starter = `
  const { openDoor } = await import(process.argv[1])
  process.stdin.once('data', async () => {
    try {
      const door = await openDoor(process.argv[2], async () => process.pid)
      console.log('open')
      process.stdin.on('data', () => door.close().then(() => process.exit()))
    } catch (error) { console.log(error.name); process.exit() }
  })
  console.log('ready')`

/** Another process that opens the door of the folder as soon as it is told to. */
async function start(t: TestContext, dataDir: string) {
  const module = fileURLToPath(new URL('./data-lock.ts', import.meta.url))
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', starter, module, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  t.after(() => child.kill('SIGKILL'))
  assert.ok(child.stdout && child.stdin)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const says = async (): Promise<string> => (await lines.next()).value as string
  assert.equal(await says(), 'ready')
  const tell = (): void => void child.stdin?.write('\n')
  return { child, says, tell }
}

test('The door carries commands and their answers', async (t) => {
  const dataDir = folder(t)
  assert.equal(await knock(dataDir, 'echo', 1), null, 'nobody is there, not even the folder')
  const door = await openDoor(dataDir, echo)
  assert.deepEqual(await knock(dataDir, 'echo', { text: 'één\n', list: [1, null] }), {
    result: { command: 'echo', args: { text: 'één\n', list: [1, null] } },
  })
  await assert.rejects(
    knock(dataDir, 'fail', null),
    (error) => error instanceof DoorFault && error.message === 'it failed',
  )
  const big = 'x'.repeat(2_000_000)
  assert.deepEqual(await knock(dataDir, 'echo', big), { result: { command: 'echo', args: big } })
  const together = await Promise.all(Array.from({ length: 20 }, (_, n) => knock(dataDir, 'echo', n)))
  assert.deepEqual(
    together,
    Array.from({ length: 20 }, (_, n) => ({ result: { command: 'echo', args: n } })),
  )
  await door.close()
  assert.equal(await knock(dataDir, 'echo', 1), null)
  assert.deepEqual(readdirSync(dataDir), [], 'nothing is left in the folder')
})

test('Only the owner may enter: folder 700, socket 600', async (t) => {
  const dataDir = folder(t)
  const door = await openDoor(dataDir, echo)
  t.after(() => door.close())
  assert.equal(statSync(dataDir).mode & 0o777, 0o700)
  assert.equal(statSync(join(dataDir, 'claviger.sock')).mode & 0o777, 0o600)
})

test('A second opener is refused with the folder named, and the first stays', async (t) => {
  const dataDir = folder(t)
  const door = await openDoor(dataDir, echo)
  await assert.rejects(
    openDoor(dataDir, echo),
    (error) => error instanceof DataFolderInUse && error.message.includes(dataDir),
  )
  assert.ok(await knock(dataDir, 'echo', 1))
  await door.close()
  const next = await openDoor(dataDir, echo)
  await door.close()
  assert.ok(await knock(dataDir, 'echo', 1), 'closing twice does not take the next one’s socket')
  await next.close()
})

test('Closing waits for the commands under way', async (t) => {
  const dataDir = folder(t)
  const door = await openDoor(dataDir, echo)
  const slow = knock(dataDir, 'slow', 1)
  await pause(50)
  await door.close()
  assert.deepEqual(await slow, { result: { command: 'slow', args: 1 } })
})

test('A socket left by a killed process is taken over', async (t) => {
  const dataDir = folder(t)
  const killed = await start(t, dataDir)
  killed.tell()
  assert.equal(await killed.says(), 'open')
  assert.deepEqual(await knock(dataDir, 'pid', null), { result: killed.child.pid })
  await assert.rejects(openDoor(dataDir, echo), DataFolderInUse)
  killed.child.kill('SIGKILL')
  await once(killed.child, 'exit')
  assert.ok(existsSync(join(dataDir, 'claviger.sock')))
  assert.equal(await knock(dataDir, 'pid', null), null)
  const door = await openDoor(dataDir, echo)
  assert.ok(await knock(dataDir, 'echo', 1))
  await door.close()
})

for (const left of [false, true])
  test(`Of processes that start at once exactly one gets the folder${left ? ', a dead socket in the way' : ''}`, async (t) => {
    const dataDir = folder(t)
    if (left) {
      const killed = await start(t, dataDir)
      killed.tell()
      await killed.says()
      killed.child.kill('SIGKILL')
      await once(killed.child, 'exit')
    }
    const starters = await Promise.all([1, 2, 3, 4].map(() => start(t, dataDir)))
    for (const one of starters) one.tell()
    const said = await Promise.all(starters.map((one) => one.says()))
    assert.deepEqual(said.toSorted(), ['DataFolderInUse', 'DataFolderInUse', 'DataFolderInUse', 'open'])
    const winner = starters[said.indexOf('open')]
    assert.deepEqual(await knock(dataDir, 'pid', null), { result: winner?.child.pid })
  })

test('Openers in one process, many times over a dead socket: exactly one each time', async (t) => {
  const dataDir = folder(t)
  for (let round = 0; round < 10; round++) {
    const tried = await Promise.allSettled([1, 2, 3, 4, 5].map(() => openDoor(dataDir, echo)))
    const open = tried.filter((one) => one.status === 'fulfilled')
    assert.equal(open.length, 1)
    await open[0]?.value.close()
  }
})

test('A folder whose path is too long for a socket has it in a private folder elsewhere', async (t) => {
  const dataDir = folder(t, 'x'.repeat(120))
  const path = socketPathOf(dataDir)
  assert.ok(Buffer.byteLength(path) <= 107 && !path.startsWith(dataDir))
  const door = await openDoor(dataDir, echo)
  t.after(() => rmSync(join(path, '..'), { recursive: true }))
  await assert.rejects(openDoor(dataDir, echo), DataFolderInUse)
  assert.ok(await knock(dataDir, 'echo', 1))
  assert.equal(statSync(join(path, '..')).mode & 0o777, 0o700)
  await door.close()
  assert.equal(await knock(dataDir, 'echo', 1), null)
})

test('A fallback folder that others may enter is not used', async (t) => {
  const dataDir = folder(t, 'y'.repeat(120))
  const path = socketPathOf(dataDir)
  mkdirSync(join(path, '..'), { mode: 0o755 })
  t.after(() => rmSync(join(path, '..'), { recursive: true }))
  await assert.rejects(openDoor(dataDir, echo), /belongs to somebody else/)
})

test('What is no socket is not removed', async (t) => {
  const dataDir = folder(t)
  mkdirSync(dataDir)
  writeFileSync(join(dataDir, 'claviger.sock'), 'kept')
  await assert.rejects(openDoor(dataDir, echo), /not a socket/)
  assert.equal(existsSync(join(dataDir, 'claviger.sock')), true)
})

test('Nonsense on the line is answered or cut off, and hurts nobody else', async (t) => {
  const dataDir = folder(t)
  const door = await openDoor(dataDir, echo)
  t.after(() => door.close())
  const socket = createConnection(join(dataDir, 'claviger.sock'))
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
  socket.write('not json\n{"id":7}\nnull\n{"id":8,"command":"echo"}\n')
  const answers = [1, 2, 3, 4].map(async () => JSON.parse((await lines.next()).value as string) as object)
  const said = await Promise.all(answers)
  assert.deepEqual(
    said.map((one) => ('error' in one ? 'error' : one)).toSorted(),
    ['error', 'error', 'error', { id: 8, result: { command: 'echo' } }].toSorted(),
  )
  socket.destroy()

  const flooding = createConnection(join(dataDir, 'claviger.sock'))
  flooding.on('error', () => undefined)
  const cut = new Promise((done) => flooding.on('close', done))
  const flood = setInterval(() => flooding.write('x'.repeat(4_000_000)), 5)
  await cut
  clearInterval(flood)
  assert.ok(await knock(dataDir, 'echo', 1))
})

test('An answer that cannot be written is a fault, and who left before it hurts nobody', async (t) => {
  const dataDir = folder(t)
  let under = Promise.withResolvers<void>()
  const door = await openDoor(dataDir, async () => {
    under.resolve()
    await pause(20)
    return 1n // cannot be written as JSON
  })
  t.after(() => door.close())
  await assert.rejects(knock(dataDir, 'any', null), DoorFault)
  under = Promise.withResolvers<void>()
  const socket = createConnection(join(dataDir, 'claviger.sock'))
  socket.write('{"id":1,"command":"left"}\n')
  await under.promise
  socket.destroy()
  await pause(40)
  await assert.rejects(knock(dataDir, 'any', null), DoorFault)
})
