import { escaped, readable } from './chart.ts'

/** One line over time, on a scale of its own that begins at nought. */
export interface Line {
  readonly title: string
  readonly values: readonly number[]
}

const [width, left, right, height, top, between] = [760, 96, 20, 120, 44, 46]

/** Lines below each other over the same time, as SVG; colours as in `barChart`. `unit`: of what time is counted in. */
export function lineCharts(title: string, unit: string, lines: readonly Line[]): string {
  const count = Math.max(...lines.map(({ values }) => values.length), 2)
  const x = (place: number) => left + (place / (count - 1)) * (width - left - right)
  const parts = lines.map(({ title: own, values }, index) => {
    const from = top + index * (height + between)
    const most = Math.max(...values, 1) * 1.1
    const y = (value: number) => from + height - (value / most) * height
    const points = values.map((value, place) => `${x(place).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
    return [
      `<text x="${left}" y="${from - 8}">${escaped(own)}</text>`,
      `<path d="M${left} ${from}V${from + height}H${width - right}" class="axis"/>`,
      `<text x="${left - 8}" y="${from + 10}" text-anchor="end">${readable(most)}</text>`,
      `<text x="${left - 8}" y="${from + height}" text-anchor="end">0</text>`,
      `<polyline points="${points}" class="line"/>`,
    ].join('\n')
  })
  const bottom = top + lines.length * (height + between)
  const said = lines
    .map(
      ({ title: own, values }) => `${own}: from ${readable(Math.min(...values))} to ${readable(Math.max(...values))}`,
    )
    .join('; ')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom}" width="${width}" height="${bottom}" role="img" aria-labelledby="t d">
<title id="t">${escaped(title)}</title>
<desc id="d">${escaped(said)}</desc>
<style>
text { font: 14px system-ui, sans-serif; fill: #1f2933 }
.title { font-weight: 600 }
.line { stroke: #0b6e99; stroke-width: 2; fill: none }
.axis { stroke: #8a97a6; fill: none }
@media (prefers-color-scheme: dark) {
  text { fill: #e4e8ec }
  .line { stroke: #4db3dd }
  .axis { stroke: #6b7886 }
}
</style>
<text x="0" y="16" class="title">${escaped(title)}</text>
${parts.join('\n')}
<text x="${width - right}" y="${bottom - between + 20}" text-anchor="end">${escaped(`${count} ${unit}`)}</text>
</svg>
`
}
