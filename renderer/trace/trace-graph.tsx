/** A proof as a picture, left to right: the decisive path in the accent, zoom and fit, saved as SVG. A click opens what stands behind a node. */
import '@xyflow/react/dist/style.css'
import { Button, Select } from '@mantine/core'
import { Background, Controls, type Edge, Handle, type Node, type NodeProps, Position, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react'
import { useEffect, useMemo, useState } from 'react'
import { call } from '#renderer/client/bridge.ts'
import { to } from '#renderer/client/route.ts'
import { useSay } from '#renderer/client/words.ts'
import graph from '#renderer/ui/graph.module.css'
import { Icon } from '#renderer/ui/icon.tsx'
import { StateMark } from '#renderer/ui/state-mark.tsx'
import type { Trace } from '#shared/trace/trace.ts'
import { NODE_HEIGHT, NODE_WIDTH, nodeLines, type PictureEdge, pictureOf, placed } from './graph.ts'
import { conclusionsOf, markOf, type OutlineRow, outlineOf, readingOrder, rowsOf } from './outline.ts'
import { type Dictionary, type RowWords, useRowWords } from './row-words.ts'
import css from './trace-graph.module.css'

type ProofNodeData = { row: OutlineRow; words: RowWords | null; folded: string; decisive: boolean }
type ProofNode = Node<ProofNodeData, 'proof'>

function ProofNodeView({ data }: NodeProps<ProofNode>) {
  const { row, words, folded, decisive } = data
  return (
    <div className={`${graph.node} ${css.node}`} data-strong={decisive || undefined} data-kind={row.kind === 'node' ? row.node.trace.kind : 'fold'}>
      <Handle type="target" position={Position.Left} className={graph.handle} isConnectable={false} />
      {row.kind === 'node' && words ? (
        <>
          <span className={css.head}>
            <StateMark state={markOf(row.node.trace.outcome)} />
            <span className={css.says} title={words.says}>
              {words.says}
            </span>
          </span>
          <span className={graph.foot} title={words.value || words.cites.join('; ')}>
            {words.value || words.cites[0] || ''}
          </span>
        </>
      ) : (
        <span className={css.fold}>{folded}</span>
      )}
      <Handle type="source" position={Position.Right} className={graph.handle} isConnectable={false} />
    </div>
  )
}

const NODE_TYPES = { proof: ProofNodeView }

/** The whole picture in the window, but never larger than life. */
const WHOLE = { maxZoom: 1, padding: 0.08 }

const flipped = (keys: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}

function Canvas({ root, dictionary, name }: { root: ReturnType<typeof outlineOf>; dictionary: Dictionary; name: string }) {
  const say = useSay()
  const wordsOf = useRowWords(dictionary)
  const { fitView } = useReactFlow()
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const places = placed(rowsOf(root, toggled, unfolded))
  const nodes = places.map(
    ({ row, x, y, decisive }): ProofNode => ({
      id: row.key,
      type: 'proof',
      position: { x, y },
      width: NODE_WIDTH,
      height: NODE_HEIGHT,
      data: {
        row,
        words: row.kind === 'node' ? wordsOf(row.node.trace) : null,
        folded: row.kind === 'fold' ? say('trace:folded', { count: row.count }) : '',
        decisive,
      },
    }),
  )
  const decisive = new Set(places.flatMap((place) => (place.decisive ? [place.row.key] : [])))
  const edges = places.flatMap(({ row, parent }): Edge[] =>
    parent === null
      ? []
      : [{ id: `${parent}-${row.key}`, source: parent, target: row.key, className: decisive.has(row.key) && decisive.has(parent) ? graph.strong : graph.edge }],
  )
  const drawn = nodes.length
  useEffect(() => {
    if (drawn > 0) void fitView(WHOLE)
  }, [drawn, fitView])
  const save = () => {
    const style = getComputedStyle(document.documentElement)
    const colour = (token: string) => style.getPropertyValue(token).trim()
    const at = new Map(places.map(({ row }, i) => [row.key, i]))
    const svg = pictureOf(
      nodes.map(({ position, data }) => ({
        ...position,
        decisive: data.decisive,
        lines: nodeLines(data.words?.says ?? data.folded),
        value: data.words?.value ?? '',
      })),
      places.flatMap(({ row, parent }): PictureEdge[] =>
        parent === null ? [] : [{ from: at.get(parent) ?? 0, to: at.get(row.key) ?? 0, strong: decisive.has(parent) && decisive.has(row.key) }],
      ),
      { ground: colour('--surface'), text: colour('--text'), soft: colour('--soft'), line: colour('--line-strong'), accent: colour('--accent') },
    )
    void call('shell:saveFile', { name: `${name}.svg`, content: svg })
  }
  const open = (row: OutlineRow) => {
    if (row.kind === 'fold') setUnfolded(flipped(unfolded, row.parent))
    else if (row.node.children.length > 0) setToggled(flipped(toggled, row.key))
    else if (row.node.trace.kind === 'rule') window.location.hash = to('rules', 'rule', row.node.trace.id)
  }
  return (
    <>
      <div className={css.tools}>
        <span className={css.hint}>{say('trace:graph.hint')}</span>
        <Button size="compact-sm" onClick={() => void fitView(WHOLE)} data-testid="graph-fit">
          {say('trace:graph.fit')}
        </Button>
        <Button size="compact-sm" onClick={save} leftSection={<Icon name="export" size={14} />} data-testid="graph-save">
          {say('trace:graph.save')}
        </Button>
      </div>
      <div className={`${graph.canvas} ${css.canvas}`} data-testid="trace-graph" data-nodes={nodes.length}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          onNodeClick={(_, node) => open(node.data.row)}
          nodesDraggable={false}
          nodesConnectable={false}
          minZoom={0.15}
          maxZoom={1.6}
          proOptions={{ hideAttribution: true }}
          aria-label={say('trace:graph')}
        >
          <Background gap={20} color="var(--line)" />
          <Controls showInteractive={false} />
        </ReactFlow>
      </div>
    </>
  )
}

/** The graph of one conclusion at a time, the most telling first. */
export function TraceGraph({ traces, dictionary, name }: { traces: Trace[]; dictionary: Dictionary; name: string }) {
  const say = useSay()
  const wordsOf = useRowWords(dictionary)
  const roots = useMemo(() => {
    const conclusions = conclusionsOf(traces)
    return readingOrder(traces).map((trace, at) => outlineOf(trace, conclusions, true, 0, String(at)))
  }, [traces])
  const [chosen, setChosen] = useState('0')
  const root = roots.find(({ key }) => key === chosen) ?? roots[0]
  if (root === undefined) return null
  return (
    <div className={css.graph}>
      <Select
        aria-label={say('trace:conclusion')}
        data={roots.map(({ key, trace }) => {
          const words = wordsOf(trace)
          return { value: key, label: `${words.says} — ${words.value}` }
        })}
        value={root.key}
        onChange={(next) => setChosen(next ?? '0')}
        allowDeselect={false}
        searchable
        data-testid="graph-conclusion"
      />
      <ReactFlowProvider key={root.key}>
        <Canvas root={root} dictionary={dictionary} name={name} />
      </ReactFlowProvider>
    </div>
  )
}
