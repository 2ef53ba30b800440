// node scripts/run.mjs <file> [arguments]: runs a source file of this package with Node 24, whichever Node was started.
import { launch } from './node24.mjs'

const [entry, ...args] = process.argv.slice(2)
if (entry === undefined) {
  console.error('Name the file to run: node scripts/run.mjs src/main.ts')
  process.exit(2)
}
// The index of a country is a gigabyte that is read here and there: in pages of two megabytes the processor finds it sooner. glibc
// asks for them when it is told so before it starts; the system gives them where it may (docs/operating/scale.md).
const isLarge = entry === 'src/main.ts' || entry.startsWith('bench/')
await launch(entry, args, isLarge ? { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' } : {})
