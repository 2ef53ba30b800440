import { hierarchy } from 'd3-hierarchy'
import type { HierarchyNode } from 'd3-hierarchy'

export type TreeNode = { id: string; parentId: string | null }
export type Placed<T> = { node: T; x: number; y: number }
export type Placement<T> = {
  nodes: Placed<T>[]
  edges: { from: Placed<T>; to: Placed<T> }[]
  width: number
  height: number
}
/** Sizes in user units of the drawing. */
export type BoxSize = { width: number; height: number; gapAcross: number; gapDown: number }

type Branch<T> = { node: T | null; children: Branch<T>[] }

/**
 * The nodes as a forest under one hidden root. A parent that is not in the list, or that would close a circle, does
 * not count: its child becomes a root, so that every node is drawn once.
 */
function forest<T extends TreeNode>(nodes: readonly T[]): Branch<T> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const branches = new Map(nodes.map((node): [string, Branch<T>] => [node.id, { node, children: [] }]))
  const isUnderItself = (start: T): boolean => {
    const seen = new Set<string>()
    let current: T | undefined = start
    while (current) {
      if (seen.has(current.id)) return current.id === start.id
      seen.add(current.id)
      current = current.parentId === null ? undefined : byId.get(current.parentId)
    }
    return false
  }
  const root: Branch<T> = { node: null, children: [] }
  for (const node of byId.values()) {
    const branch = branches.get(node.id)
    const parent = node.parentId === null || isUnderItself(node) ? undefined : branches.get(node.parentId)
    if (branch) (parent ?? root).children.push(branch)
  }
  return root
}

/** Those with nobody under them come first: the columns on the left then stay close together. */
function leavesFirst<T>(branch: Branch<T>): Branch<T>[] {
  const isLeaf = (child: Branch<T>): boolean => child.children.length === 0
  return [...branch.children.filter(isLeaf), ...branch.children.filter((child) => !isLeaf(child))]
}

/**
 * Places a forest from left to right, each parent level with its first child, so that a reader who starts at the left
 * top finds the roots there even when the drawing scrolls. Coordinates are the left top corners of the boxes.
 */
export function placeForest<T extends TreeNode>(nodes: readonly T[], box: BoxSize): Placement<T> {
  const root = hierarchy(forest(nodes), leavesFirst)
  const rows = new Map<HierarchyNode<Branch<T>>, number>()
  let rowCount = 0
  root.eachAfter((point) => {
    const first = point.children?.[0]
    if (!first) rowCount += 1
    rows.set(point, first ? (rows.get(first) ?? 0) : rowCount - 1)
  })
  const places = new Map<HierarchyNode<Branch<T>>, Placed<T>>()
  root.each((point) => {
    const { node } = point.data
    if (node === null) return
    // The hidden root has depth 0 and takes no column.
    const x = (point.depth - 1) * (box.width + box.gapAcross)
    places.set(point, { node, x, y: (rows.get(point) ?? 0) * (box.height + box.gapDown) })
  })
  const edges = [...places].flatMap(([point, to]) => {
    const from = point.parent ? places.get(point.parent) : undefined
    return from ? [{ from, to }] : []
  })
  const all = [...places.values()]
  return {
    nodes: all,
    edges,
    width: Math.max(0, ...all.map((place) => place.x + box.width)),
    height: Math.max(0, ...all.map((place) => place.y + box.height)),
  }
}
