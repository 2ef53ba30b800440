// node scripts/run.mjs <file> [arguments]: runs a source file of this package with Node 24, whichever Node was started.
import { launch } from './node24.mjs'

const [entry, ...args] = process.argv.slice(2)
if (entry === undefined) {
  console.error('Name the file to run: node scripts/run.mjs src/main.ts')
  process.exit(2)
}
await launch(entry, args)
