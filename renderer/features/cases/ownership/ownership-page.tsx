/** The owners of a party as a picture, what each regime's counting makes of them, and ownership brought in from a file. */
import '@xyflow/react/dist/style.css'
import { Button, Select } from '@mantine/core'
import {
  Background,
  Controls,
  type Edge,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react'
import { useEffect, useRef, useState } from 'react'
import { call } from '#renderer/client/bridge.ts'
import { go } from '#renderer/client/route.ts'
import { useUndo } from '#renderer/client/undo.tsx'
import { useCase } from '#renderer/client/use-case.ts'
import { useSay } from '#renderer/client/words.ts'
import { NODE_HEIGHT, NODE_WIDTH, nodeLines, pictureOf } from '#renderer/trace/graph.ts'
import { Empty, PageHead, Tag } from '#renderer/ui/block.tsx'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import { Failure } from '#renderer/ui/failure.tsx'
import graph from '#renderer/ui/graph.module.css'
import { Icon } from '#renderer/ui/icon.tsx'
import type { OwnershipCount, PartyOwnership } from '#shared/domain/determination.ts'
import type { OwnershipAnswerFile } from '#shared/domain/ownership-file.ts'
import { ImportDialog } from './import-dialog.tsx'
import { withLines } from './owner-tree.ts'
import css from './ownership.module.css'
import { type DrawnHolder, drawn } from './picture.ts'

type HolderData = { name: string; lists: string; state: DrawnHolder['state']; says: string; strong: boolean }
type HolderNode = Node<HolderData, 'holder'>

function HolderView({ data }: NodeProps<HolderNode>) {
  return (
    <div className={`${graph.node} ${css.node}`} data-strong={data.strong || undefined} data-state={data.state} data-listed={data.lists !== '' || undefined}>
      <Handle type="target" position={Position.Left} className={graph.handle} isConnectable={false} />
      <span className={css.name} title={data.name}>
        {data.name}
      </span>
      <span className={graph.foot}>
        {data.lists === '' ? null : <Tag tone="red">{data.lists}</Tag>} {data.says}
      </span>
      <Handle type="source" position={Position.Right} className={graph.handle} isConnectable={false} />
    </div>
  )
}

const NODE_TYPES = { holder: HolderView }
const WHOLE = { maxZoom: 1, padding: 0.1 }

function Picture({ ownership, count, name }: { ownership: PartyOwnership; count: OwnershipCount | undefined; name: string }) {
  const say = useSay()
  const { fitView } = useReactFlow()
  const picture = drawn(ownership, count)
  const share = (value: number | null) => (value === null ? say('cases:ownership.shareUnknown') : `${value} %`)
  const nodes = picture.holders.map(({ at, x, y, strong, state }): HolderNode => {
    const holder = ownership.holders[at]
    const says = state === 'party' ? say('cases:ownership.party') : holder?.open ? say('cases:ownership.unsettled') : say(`cases:ownership.node.${state}`)
    return {
      id: String(at),
      type: 'holder',
      position: { x, y },
      width: NODE_WIDTH,
      height: NODE_HEIGHT,
      data: { name: holder?.name ?? '', lists: holder?.listedOn.join(', ') ?? '', state, says, strong },
    }
  })
  const edges = picture.links.map(
    ({ from, to, share: held, strong }, i): Edge => ({
      id: `${i}`,
      source: String(from),
      target: String(to),
      label: share(held),
      className: strong ? graph.strong : graph.edge,
      markerStart: { type: MarkerType.ArrowClosed },
      labelBgStyle: { fill: 'var(--sunken)' },
      labelStyle: { fill: 'var(--text)', fontSize: 11 },
    }),
  )
  const size = nodes.length
  useEffect(() => {
    if (size > 0) void fitView(WHOLE)
  }, [size, fitView])
  const save = () => {
    const style = getComputedStyle(document.documentElement)
    const colour = (token: string) => style.getPropertyValue(token).trim()
    const place = new Map(picture.holders.map(({ at }, i) => [at, i]))
    const svg = pictureOf(
      nodes.map(({ position, data }) => ({
        ...position,
        decisive: data.strong,
        lines: nodeLines(data.name).slice(0, 2),
        value: [data.lists, data.says].filter((one) => one !== '').join(' · '),
      })),
      picture.links.map(({ from, to, share: held, strong }) => ({ from: place.get(from) ?? 0, to: place.get(to) ?? 0, strong, label: share(held) })),
      { ground: colour('--surface'), text: colour('--text'), soft: colour('--soft'), line: colour('--line-strong'), accent: colour('--accent') },
    )
    void call('shell:saveFile', { name: `${name}.svg`, content: svg })
  }
  return (
    <>
      <div className={css.tools}>
        <span className={css.hint}>{say('cases:ownership.hint')}</span>
        <Button size="compact-sm" onClick={() => void fitView(WHOLE)}>
          {say('trace:graph.fit')}
        </Button>
        <Button size="compact-sm" onClick={save} leftSection={<Icon name="export" size={14} />} data-testid="ownership-save">
          {say('trace:graph.save')}
        </Button>
      </div>
      <div
        className={`${graph.canvas} ${css.canvas}`}
        data-testid="ownership-graph"
        data-nodes={nodes.length}
        data-strong={picture.links.filter(({ strong }) => strong).length}
      >
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          nodesDraggable={false}
          nodesConnectable={false}
          minZoom={0.1}
          maxZoom={1.6}
          proOptions={{ hideAttribution: true }}
          aria-label={say('cases:ownership.title')}
        >
          <Background gap={20} color="var(--line)" />
          <Controls showInteractive={false} />
        </ReactFlow>
      </div>
    </>
  )
}

type Read = { name: string; answer: OwnershipAnswerFile }

export function OwnershipPage({ at }: { at: number }) {
  const say = useSay()
  const { file, answer, change } = useCase()
  const { offer } = useUndo()
  const [method, setMethod] = useState<string | null>(null)
  const [read, setRead] = useState<Read | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const files = useRef<HTMLInputElement>(null)
  const party = file.parties[at]
  const ownership = answer?.ownership?.find((one) => one.party === party?.name && one.role === party.role)
  const count = ownership?.counts.find(({ id }) => id === method) ?? ownership?.counts[0]
  const take = ([first]: File[]) => {
    if (!first) return
    setError(null)
    first
      .arrayBuffer()
      .then(async (bytes) => setRead({ name: first.name, answer: await call('ownership:read', { name: first.name, bytes: new Uint8Array(bytes) }) }))
      .catch((cause: Error) => setError(cause))
  }
  const bring = () => {
    if (read === null) return
    const before = file
    change((now) => withLines(now, read.answer.lines))
    offer({ says: say('cases:ownership.imported', { count: read.answer.lines.length }), undo: () => change(() => before) })
    setRead(null)
  }
  return (
    <DropZone label={say('cases:ownership.drop')} onFiles={take} testId="ownership-drop">
      <input
        ref={files}
        type="file"
        accept=".csv,text/csv"
        hidden
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
        data-testid="ownership-file"
      />
      <div className={css.page}>
        <PageHead
          before={
            <Button size="compact-sm" variant="subtle" leftSection={<Icon name="left" size={14} />} onClick={() => go('cases', file.id, 'parties')}>
              {say('cases:ownership.back')}
            </Button>
          }
          title={say('cases:ownership.title')}
        >
          <Select
            aria-label={say('cases:ownership.party')}
            data={file.parties.map(({ name }, i) => ({ value: String(i), label: name || say('cases:parties.new') }))}
            value={party ? String(at) : null}
            onChange={(next) => next && go('cases', file.id, 'parties', 'ownership', next)}
            allowDeselect={false}
            data-testid="ownership-party"
          />
          <Button leftSection={<Icon name="import" size={15} />} onClick={() => files.current?.click()}>
            {say('cases:ownership.import')}
          </Button>
        </PageHead>
        {error ? (
          <div data-testid="ownership-error">
            <Failure error={error} />
          </div>
        ) : null}
        {ownership ? <Counts ownership={ownership} chosen={count?.id} onChoose={setMethod} /> : null}
        {ownership && ownership.links.length > 0 ? (
          <ReactFlowProvider key={`${ownership.party} ${ownership.role}`}>
            <Picture ownership={ownership} count={count} name={`owners-${file.id}`} />
          </ReactFlowProvider>
        ) : (
          <Empty icon="trace" title={say('cases:ownership.none.title')}>
            {say('cases:ownership.none.body')}
          </Empty>
        )}
      </div>
      <ImportDialog read={read} file={file} onClose={() => setRead(null)} onTake={bring} />
    </DropZone>
  )
}

const TONE = { held: 'red', 'not-held': 'green', open: 'amber', unknown: 'amber' } as const

/** What each way of counting makes of the owners; the chosen one is drawn. */
function Counts({ ownership, chosen, onChoose }: { ownership: PartyOwnership; chosen: string | undefined; onChoose: (id: string) => void }) {
  const say = useSay()
  return (
    <>
      <ul className={css.counts}>
        {ownership.counts.map(({ id, title, state, share, force, date, cite, cautions, notModelled }) => (
          <li key={id} data-testid={`count-${id}`} data-state={state} data-force={force} data-chosen={id === chosen || undefined}>
            <button type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)} title={cite}>
              <strong>{title}</strong>
              <Tag tone={TONE[state]}>{say(`cases:ownership.state.${state}`)}</Tag>
              <span>
                {share === null
                  ? ''
                  : share.min === share.max
                    ? say('cases:ownership.held', { share: share.min })
                    : say('cases:ownership.range', { min: share.min, max: share.max })}
              </span>
              {force === 'in-force' ? null : (
                <span className={css.hint}>{date === undefined ? say('cases:ownership.notInForce') : say('cases:ownership.suspended', { date })}</span>
              )}
            </button>
            {id === chosen && cautions.length + notModelled.length > 0 ? (
              <details className={css.doubts}>
                <summary>{say('cases:ownership.doubts', { count: cautions.length + notModelled.length })}</summary>
                <ul>
                  {cautions.map((one) => (
                    <li key={one.says}>
                      {one.says} <small>{one.cite}</small>
                    </li>
                  ))}
                  {notModelled.map((what) => (
                    <li key={what}>{what}</li>
                  ))}
                </ul>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
      {ownership.circles.map((circle) => (
        <p key={circle.join()} className={css.warn} data-testid="ownership-circle">
          {say('cases:ownership.circle', { names: circle.join(', ') })}
        </p>
      ))}
    </>
  )
}
