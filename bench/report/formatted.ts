import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'

/** Writes a file as the project formats files of its kind. */
export async function writeFormatted(file: URL, text: string): Promise<void> {
  const filepath = fileURLToPath(file)
  const config = await resolveConfig(filepath)
  await writeFile(file, await format(text, { ...config, filepath }))
}
