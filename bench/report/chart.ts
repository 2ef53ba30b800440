/** One bar: a value, with the least and the most of its runs. */
export interface Bar {
  readonly label: string
  readonly value: number
  readonly low: number
  readonly high: number
  /** Ours stands out. */
  readonly ours: boolean
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const [width, labelWidth, valueWidth, barHeight, gap, top] = [760, 170, 110, 22, 12, 44]

/** A number as people read it: 12 345. */
export const readable = (value: number): string => String(Math.round(value)).replaceAll(/\B(?=(\d{3})+$)/g, ' ')

/**
 * Bars side by side as SVG, on a scale that begins at nought. Text and lines take the colour of what is around them, or one that is
 * readable on light and dark ground, so that the same file serves both.
 */
export function barChart(title: string, unit: string, bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ high }) => high), 1)
  const room = width - labelWidth - valueWidth
  const x = (value: number) => labelWidth + (value / most) * room
  const height = top + bars.length * (barHeight + gap)
  const rows = bars.map((bar, index) => {
    const y = top + index * (barHeight + gap)
    const middle = y + barHeight / 2
    const spread = `M${x(bar.low).toFixed(1)} ${middle}H${x(bar.high).toFixed(1)}M${x(bar.low).toFixed(1)} ${middle - 5}v10M${x(bar.high).toFixed(1)} ${middle - 5}v10`
    return [
      `<text x="${labelWidth - 10}" y="${middle + 5}" text-anchor="end">${escaped(bar.label)}</text>`,
      `<rect x="${labelWidth}" y="${y}" width="${Math.max(1, x(bar.value) - labelWidth).toFixed(1)}" height="${barHeight}" class="${bar.ours ? 'ours' : 'other'}"/>`,
      `<path d="${spread}" class="spread"/>`,
      `<text x="${(x(bar.high) + 8).toFixed(1)}" y="${middle + 5}">${readable(bar.value)}</text>`,
    ].join('\n')
  })
  const said = bars.map(({ label, value }) => `${label} ${readable(value)}`).join(', ')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t d">
<title id="t">${escaped(title)}</title>
<desc id="d">${escaped(`${unit}: ${said}`)}</desc>
<style>
text { font: 14px system-ui, sans-serif; fill: #1f2933 }
.title { font-weight: 600 }
.ours { fill: #0b6e99 }
.other { fill: #8a97a6 }
.spread { stroke: #1f2933; stroke-width: 1.5; fill: none }
@media (prefers-color-scheme: dark) {
  text { fill: #e4e8ec }
  .ours { fill: #4db3dd }
  .other { fill: #6b7886 }
  .spread { stroke: #e4e8ec }
}
</style>
<text x="0" y="18" class="title">${escaped(title)}</text>
<text x="0" y="34">${escaped(unit)}</text>
${rows.join('\n')}
</svg>
`
}
