import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { AddressRefused, smtpMailer } from './mailer.ts'
import type { Mailer } from './mailer.ts'

type Received = { from: string; to: string[]; headers: string; body: string }

describe('The mailer, against a real mail server', () => {
  const received: Received[] = []
  let reply: number | null = null
  let mailer: Mailer
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onAuth: (auth, _session, done) =>
      auth.password === 'right' ? done(null, { user: auth.username }) : done(new Error('wrong password')),
    onRcptTo: (_address, _session, done) =>
      done(reply === null ? null : Object.assign(new Error('no such person'), { responseCode: reply })),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const [headers = '', ...rest] = Buffer.concat(chunks).toString().split('\r\n\r\n')
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address
        received.push({
          from,
          to: session.envelope.rcptTo.map(({ address }) => address),
          headers,
          body: rest.join('\r\n\r\n'),
        })
        done()
      })
    },
  })
  const port = (): number => (server.server.address() as AddressInfo).port

  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    mailer = smtpMailer(`smtp://127.0.0.1:${port()}`, 'noreply@claviger.example')
  })
  after(() => new Promise<void>((resolve) => server.close(resolve)))
  beforeEach(() => {
    received.length = 0
    reply = null
  })

  const mail = { to: 'an@korenaar.example', subject: 'U bent hoofdtoegangsbeheerder', text: 'Goedemorgen\nAn' }

  test('one mail reaches one address, marked as a machine’s and known by its id', async () => {
    await mailer.send({ ...mail, id: 'b3f0' })
    await mailer.send({ ...mail, id: 'b3f0' })
    assert.equal(received.length, 2)
    for (const one of received) {
      assert.equal(one.from, 'noreply@claviger.example')
      assert.deepEqual(one.to, ['an@korenaar.example'])
      assert.match(one.headers, /^Subject: U bent hoofdtoegangsbeheerder\r$/m)
      assert.match(one.headers, /^Auto-Submitted: auto-generated\r$/m)
      assert.match(one.headers, /^Message-ID: <b3f0@claviger\.example>\r$/im)
      assert.match(one.body, /^Goedemorgen\r\nAn/)
    }
  })

  test('every language arrives as it was written', async () => {
    await mailer.send({ ...mail, subject: 'Zugangsverwalterin für Müller – Désignée', text: 'Größe, désigné, €' })
    const [one] = received
    assert.match(one?.headers ?? '', /^Subject: =\?UTF-8\?/m)
    const text = /quoted-printable/.test(one?.headers ?? '')
      ? decodeURIComponent(
          (one?.body ?? '')
            .trim()
            .replace(/=\r\n/g, '')
            .replace(/=([0-9A-F]{2})/g, '%$1'),
        )
      : Buffer.from(one?.body ?? '', /base64/.test(one?.headers ?? '') ? 'base64' : 'utf8')
          .toString()
          .trim()
    assert.equal(text, 'Größe, désigné, €')
  })

  for (const subject of [
    'x\r\nBcc: all@korenaar.example',
    'x\nBcc: all@korenaar.example',
    'x\rBcc: y',
    'x\u0000',
    'x\u2028y',
    'x\u0085y',
  ]) {
    test(`the subject ${JSON.stringify(subject)} writes no header of its own: nothing is sent`, async () => {
      await assert.rejects(mailer.send({ ...mail, subject }), TypeError)
      assert.equal(received.length, 0)
    })
  }

  const addresses = [
    'an@korenaar.example\r\nBcc: all@korenaar.example',
    'an@korenaar.example, all@korenaar.example',
    'an@korenaar.example;all@korenaar.example',
    '<an@korenaar.example> SIZE=1',
    'An <an@korenaar.example>',
    ' an@korenaar.example',
    'group: an@korenaar.example;',
    '',
  ]
  for (const to of addresses) {
    test(`the address ${JSON.stringify(to)} reaches nobody`, async () => {
      await assert.rejects(mailer.send({ ...mail, to }), AddressRefused)
      assert.equal(received.length, 0)
    })
  }

  test('an id writes no header of its own', async () => {
    await assert.rejects(mailer.send({ ...mail, id: 'x>\r\nBcc: all@korenaar.example' }), TypeError)
    assert.equal(received.length, 0)
  })

  test('lines of the text stay text: no header, no end of the mail, no command', async () => {
    await mailer.send({ ...mail, text: 'Bcc: all@korenaar.example\n.\nRCPT TO:<all@korenaar.example>\n\nend' })
    const [one, ...more] = received
    assert.deepEqual([one?.to, more], [['an@korenaar.example'], []])
    assert.doesNotMatch(one?.headers ?? '', /^Bcc/im)
    assert.match(one?.body ?? '', /end\r\n$/)
  })

  test('an address that the server does not know is refused for good, a busy server only for now', async () => {
    reply = 550
    await assert.rejects(mailer.send(mail), AddressRefused)
    reply = 451
    await assert.rejects(mailer.send(mail), (fault) => !(fault instanceof AddressRefused))
    reply = null
    await mailer.send(mail)
    assert.equal(received.length, 1)
  })

  test('a wrong password is our fault and not the address’s', async () => {
    await smtpMailer(`smtp://claviger:right@127.0.0.1:${port()}`, 'noreply@claviger.example').send(mail)
    const wrong = smtpMailer(`smtp://claviger:wrong@127.0.0.1:${port()}`, 'noreply@claviger.example')
    await assert.rejects(wrong.send(mail), (fault) => !(fault instanceof AddressRefused))
    assert.equal(received.length, 1)
  })

  test('nothing is sent in the clear where TLS is required', async () => {
    const strict = smtpMailer(`smtp://127.0.0.1:${port()}?requireTLS=true`, 'noreply@claviger.example')
    await assert.rejects(strict.send(mail))
    assert.equal(received.length, 0)
  })

  test('other servers and senders than they should be are refused at the start', () => {
    for (const url of ['http://127.0.0.1', 'smtp://', 'file:///etc/passwd', '', '127.0.0.1:25']) {
      assert.throws(() => smtpMailer(url, 'noreply@claviger.example'), TypeError, url)
    }
    for (const from of ['', 'Claviger', 'x@y.example\r\nBcc: z@y.example', 'Claviger <x@y.example>']) {
      assert.throws(() => smtpMailer('smtp://127.0.0.1', from), TypeError, from)
    }
  })
})
