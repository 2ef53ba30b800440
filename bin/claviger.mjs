#!/usr/bin/env node
import { join } from 'node:path'
import { launch, root } from '../scripts/node24.mjs'

await launch(join(root, 'src', 'cli', 'main.ts'), process.argv.slice(2))
