import { toAddress } from './address.ts'
import { link } from './components/index.ts'
import { placeForest } from './diagram-layout.ts'
import { element, html } from './html.ts'
import { dataTable, folded } from './parts.ts'
import { fitText, wrapText } from './text-width.ts'
import { uiTexts } from './texts/index.ts'
import type { Language } from '#kernel'
import type { Href } from './address.ts'
import type { BoxSize, Placed, Placement } from './diagram-layout.ts'
import type { Html } from './html.ts'

export type DiagramState = 'active' | 'waiting' | 'suspended' | 'ended' | 'vacant'

export type DiagramNode = {
  id: string
  /** Who appointed this one; null for a root. */
  parentId: string | null
  title: string
  lines: readonly string[]
  state: DiagramState
  /** The state in words. */
  stateText: string
  path?: Href
}

export type DiagramOptions = {
  language: Language
  /** Starts the ids in the drawing: one a page when there are several. */
  id?: string
  nodes: readonly DiagramNode[]
  title: string
  description: string
}

const titleSize = 16
/** Bold letters are wider than the estimate for plain ones. */
const boldFactor = 1.05
const lineSize = 14
const padding = 12
const lineHeight = 19
const titleLinesMax = 2
const linesMax = 3
const boxWidth = 206
const textWidthMax = boxWidth - 2 * padding - 6
const margin = 6
/** The style knows how wide a tree of so many columns is; a wider one may scroll. */
const columnsMax = 7

type Box = { node: DiagramNode; titleLines: string[]; lines: string[] }

function boxOf(node: DiagramNode): Box {
  return {
    node,
    titleLines: wrapText(node.title, textWidthMax, titleSize * boldFactor, titleLinesMax),
    lines: node.lines.flatMap((line) => wrapText(line, textWidthMax, lineSize, 2)).slice(0, linesMax),
  }
}

/**
 * The tree of who appointed whom, from left to right, with the same as a table folded under it.
 * Each state has its own word, sign and outline; colours come from classes, so that dark mode and print follow.
 */
export function whoAppointedWhom(options: DiagramOptions): Html {
  const boxes = new Map(options.nodes.map((node) => [node.id, boxOf(node)]))
  const rowCount = Math.max(1, ...[...boxes.values()].map((box) => box.titleLines.length + box.lines.length))
  const size: BoxSize = {
    width: boxWidth,
    height: 2 * padding + (rowCount + 1) * lineHeight,
    gapAcross: 32,
    gapDown: 14,
  }
  const placement = placeForest(options.nodes, size)
  const id = options.id ?? 'who-appointed-whom'
  const texts = uiTexts[options.language]
  const columns = Math.round((placement.width + size.gapAcross) / (size.width + size.gapAcross))
  return html`<figure class="claviger-diagram claviger-diagram--columns-${Math.min(columns, columnsMax)}">
    <div
      class="claviger-scroll claviger-diagram__frame"
      role="region"
      aria-label="${options.title}. ${texts.scrollHint}"
      tabindex="0"
    >
      ${drawing(options, id, placement, size, boxes)}
    </div>
    ${asTree(placement)} ${folded(texts.sameAsTable, asTable(options))}
  </figure>`
}

/** The same tree as lists in lists, in place of the drawing where a screen is too small for it. */
function asTree({ nodes, edges }: Placement<DiagramNode>): Html {
  const below = new Set(edges.map(({ to }) => to.node.id))
  const branch = (places: readonly Placed<DiagramNode>[]): Html | null =>
    places.length === 0
      ? null
      : html`<ul class="claviger-tree">
          ${places.map(({ node }) => {
            const name = node.path === undefined ? node.title : link(node.title, node.path)
            const under = edges.filter(({ from }) => from.node.id === node.id).map(({ to }) => to)
            return html`<li class="claviger-tree__item">
              <p class="claviger-tree__node claviger-diagram__node--${node.state}">
                <strong class="claviger-tree__name">${name}</strong>
                <span class="claviger-tree__lines">${node.lines.join(', ')}</span>
                <span class="claviger-tree__state">${node.stateText}</span>
              </p>
              ${branch(under)}
            </li>`
          })}
        </ul>`
  return html`${branch(nodes.filter(({ node }) => !below.has(node.id)))}`
}

function drawing(
  options: DiagramOptions,
  id: string,
  placement: Placement<DiagramNode>,
  size: BoxSize,
  boxes: ReadonlyMap<string, Box>,
): Html {
  const width = placement.width + 2 * margin
  const height = placement.height + 2 * margin
  // An image hides what is in it from screen readers, so a drawing with links is a group instead.
  const role = options.nodes.some((node) => node.path !== undefined) ? 'group' : 'img'
  return element(
    'svg',
    {
      class: 'claviger-diagram__drawing',
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `${-margin} ${-margin} ${width} ${height}`,
      width,
      height,
      role,
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-description`,
    },
    html`<title id="${id}-title">${options.title}</title> <desc id="${id}-description">${options.description}</desc>`,
    placement.edges.map(({ from, to }) => edge(from, to, size)),
    placement.nodes.map((place) => nodeBox(place, size, boxes.get(place.node.id) ?? boxOf(place.node))),
  )
}

function edge(from: Placed<DiagramNode>, to: Placed<DiagramNode>, size: BoxSize): Html {
  const startX = from.x + size.width
  const startY = from.y + size.height / 2
  const endY = to.y + size.height / 2
  const middleX = startX + size.gapAcross / 2
  const radius = Math.min(8, Math.abs(endY - startY) / 2)
  const turn = endY > startY ? radius : -radius
  const line =
    radius === 0
      ? `M${startX} ${startY}H${to.x}`
      : `M${startX} ${startY}H${middleX - radius}Q${middleX} ${startY} ${middleX} ${startY + turn}` +
        `V${endY - turn}Q${middleX} ${endY} ${middleX + radius} ${endY}H${to.x}`
  const waiting = to.node.state === 'active' ? '' : ` claviger-diagram__edge--${to.node.state}`
  return html`<path class="claviger-diagram__edge${waiting}" d="${line}" />`
}

function nodeBox(place: Placed<DiagramNode>, size: BoxSize, box: Box): Html {
  const { node } = place
  const baseline = padding + lineHeight * 0.75
  const row = (index: number): number => baseline + index * lineHeight
  const fullText = [node.title, ...node.lines, node.stateText].join(', ')
  const titleLines = box.titleLines.map(
    (line, index) => html`<text class="claviger-diagram__title" x="0" y="${row(index)}">${line}</text>`,
  )
  const lines = box.lines.map(
    (line, index) =>
      html`<text class="claviger-diagram__line" x="0" y="${row(box.titleLines.length + index)}">${line}</text>`,
  )
  const stateY = size.height - padding
  const stateText = fitText(node.stateText, textWidthMax - 18, lineSize)
  // The inner drawing cuts what a wider fallback font would write over the edge of the box.
  const content = html`<title>${fullText}</title>
    <rect
      class="claviger-diagram__box"
      x="${place.x}"
      y="${place.y}"
      width="${size.width}"
      height="${size.height}"
      rx="${node.state === 'ended' ? 0 : 6}"
    />
    <rect class="claviger-diagram__edge-mark" x="${place.x}" y="${place.y}" width="6" height="${size.height}" rx="3" />
    <svg x="${place.x + padding + 6}" y="${place.y}" width="${textWidthMax + padding - 2}" height="${size.height}">
      ${titleLines}${lines} ${sign(node.state, 6, stateY - 5)}
      <text class="claviger-diagram__state" x="18" y="${stateY}">${stateText}</text>
    </svg>`
  const group = { class: `claviger-diagram__node claviger-diagram__node--${node.state}` }
  return node.path === undefined
    ? element('g', group, content)
    : element('a', { ...group, href: toAddress(node.path) }, content)
}

/** One sign a state: full disc, half disc, two bars, cross, empty ring. */
function sign(state: DiagramState, x: number, y: number): Html {
  const ring = html`<circle class="claviger-diagram__sign-line" cx="${x}" cy="${y}" r="5" />`
  switch (state) {
    case 'active':
      return html`<circle class="claviger-diagram__sign" cx="${x}" cy="${y}" r="5.5" />`
    case 'waiting':
      return html`${ring}<path class="claviger-diagram__sign" d="M${x} ${y - 5}a5 5 0 0 1 0 10z" />`
    case 'suspended':
      return html`<path
        class="claviger-diagram__sign"
        d="M${x - 5} ${y - 5}h3.5v10h-3.5zM${x + 1.5} ${y - 5}h3.5v10h-3.5z"
      />`
    case 'ended':
      return html`<path class="claviger-diagram__sign-line" d="M${x - 4} ${y - 4}l8 8M${x + 4} ${y - 4}l-8 8" />`
    case 'vacant':
      return ring
  }
}

function asTable(options: DiagramOptions): Html {
  const texts = uiTexts[options.language]
  const titles = new Map(options.nodes.map((node) => [node.id, node.title]))
  return dataTable({
    caption: options.title,
    captionClasses: 'govuk-visually-hidden',
    label: `${options.title}. ${texts.sameAsTable}`,
    firstCellIsHeader: true,
    head: [texts.columnName, texts.columnOffice, texts.columnAppointedBy, texts.columnState].map((text) => ({ text })),
    rows: options.nodes.map((node) => [
      { text: node.title },
      { text: node.lines.join(', ') },
      { text: (node.parentId !== null && titles.get(node.parentId)) || '–' },
      { text: node.stateText },
    ]),
  })
}
