/** A proof as an outline: decisive line strong, the rest folded in grey; each row opens to its clause. Arrow keys move and open. */
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { to } from '#renderer/client/route.ts'
import { useSay } from '#renderer/client/words.ts'
import { Cite } from '#renderer/ui/hash.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { StateMark } from '#renderer/ui/state-mark.tsx'
import type { Trace } from '#shared/trace/trace.ts'
import { branches, conclusionsOf, markOf, type OutlineRow, opensByItself, outlineOf, readingOrder, rowsOf } from './outline.ts'
import { type Dictionary, useRowWords } from './row-words.ts'
import css from './trace.module.css'

type Keys = ReadonlySet<string>
const flipped = (keys: Keys, key: string): Keys => {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}

function NodeRow({ row, words }: { row: Extract<OutlineRow, { kind: 'node' }>; words: ReturnType<ReturnType<typeof useRowWords>> }) {
  const say = useSay()
  return (
    <>
      <span className={css.turn} data-open={row.open || undefined}>
        {row.node.children.length > 0 ? <Icon name="right" size={12} /> : null}
      </span>
      <StateMark state={markOf(row.node.trace.outcome)} />
      <span className={css.words}>
        <span className={css.says}>{words.says}</span>
        {words.value ? <span className={css.value}>{words.value}</span> : null}
        {words.note ? <span className={css.note}>{words.note}</span> : null}
        {words.cites.length > 0 || words.rule ? (
          <span className={css.cites}>
            {words.cites.map((cite) =>
              words.rule ? (
                <Cite key={cite} href={to('rules', 'rule', words.rule)}>
                  {cite}
                </Cite>
              ) : (
                <Cite key={cite}>{cite}</Cite>
              ),
            )}
            {words.rule && words.cites.length === 0 ? <Cite href={to('rules', 'rule', words.rule)}>{say('trace:clause')}</Cite> : null}
          </span>
        ) : null}
      </span>
    </>
  )
}

const opensRight = (row: OutlineRow): boolean => row.kind === 'fold' || (row.node.children.length > 0 && !row.open)

export function TraceOutline({ traces, dictionary }: { traces: Trace[]; dictionary: Dictionary }) {
  const say = useSay()
  const base = useId()
  const wordsOf = useRowWords(dictionary)
  const roots = useMemo(() => {
    const conclusions = conclusionsOf(traces)
    return readingOrder(traces).map((trace, at) => outlineOf(trace, conclusions, true, 0, String(at)))
  }, [traces])
  const [toggled, setToggled] = useState<Keys>(new Set())
  const [unfolded, setUnfolded] = useState<Keys>(new Set())
  const [active, setActive] = useState('0')
  const rows = roots.flatMap((root) => rowsOf(root, toggled, unfolded))
  const at = Math.max(
    0,
    rows.findIndex((row) => row.key === active),
  )
  const skipped = traces.reduce((sum, trace) => sum + (trace.kind === 'conclusion' ? trace.skipped : 0), 0)
  const activate = (row: OutlineRow) => {
    setActive(row.key)
    if (row.kind === 'fold') setUnfolded(flipped(unfolded, row.parent))
    else if (row.node.children.length > 0) setToggled(flipped(toggled, row.key))
  }
  const openAll = () => {
    const all = roots.flatMap(branches)
    setToggled(new Set(all.filter((node) => !opensByItself(node)).map((node) => node.key)))
    setUnfolded(new Set(all.map((node) => node.key)))
  }
  const closeAll = () => {
    setToggled(new Set())
    setUnfolded(new Set())
  }
  const goTo = (place: number) => setActive(rows[Math.max(0, Math.min(rows.length - 1, place))]?.key ?? active)
  const keys = (event: KeyboardEvent) => {
    const row = rows[at]
    if (!row) return
    const rule = row.kind === 'node' && row.node.trace.kind === 'rule' ? row.node.trace.id : ''
    if (event.key === 'ArrowDown') goTo(at + 1)
    else if (event.key === 'ArrowUp') goTo(at - 1)
    else if (event.key === 'Home') goTo(0)
    else if (event.key === 'End') goTo(rows.length - 1)
    else if (event.key === 'ArrowRight') opensRight(row) ? activate(row) : goTo(at + 1)
    else if (event.key === 'ArrowLeft') row.kind === 'node' && row.open ? activate(row) : setActive(row.parent ?? row.key)
    else if (event.key === 'Enter' && rule !== '') window.location.hash = to('rules', 'rule', rule)
    else if (event.key === 'Enter' || event.key === ' ') activate(row)
    else return
    event.preventDefault()
  }
  return (
    <div>
      <div className={css.tools}>
        <button type="button" onClick={openAll}>
          {say('trace:expand')}
        </button>
        <button type="button" onClick={closeAll}>
          {say('trace:decisive')}
        </button>
      </div>
      <div
        className={css.tree}
        role="tree"
        aria-label={say('trace:label')}
        aria-activedescendant={`${base}-${rows[at]?.key}`}
        tabIndex={0}
        onKeyDown={keys}
        title={say('trace:keys')}
        data-testid="trace"
      >
        {rows.map((row) => (
          <div
            key={row.key}
            id={`${base}-${row.key}`}
            role="treeitem"
            aria-level={row.depth + 1}
            aria-expanded={row.kind === 'node' && row.node.children.length > 0 ? row.open : undefined}
            aria-selected={row.key === active}
            tabIndex={-1}
            className={css.row}
            data-decisive={(row.kind === 'node' && row.node.decisive) || undefined}
            data-active={row.key === rows[at]?.key || undefined}
            data-kind={row.kind === 'node' ? row.node.trace.kind : 'fold'}
            style={{ paddingLeft: 4 + row.depth * 14 }}
            onClick={(event) => (event.target as HTMLElement).closest('a') === null && activate(row)}
            onKeyDown={() => undefined}
          >
            {row.kind === 'node' ? (
              <NodeRow row={row} words={wordsOf(row.node.trace)} />
            ) : (
              <span className={css.fold}>{say('trace:folded', { count: row.count })}</span>
            )}
          </div>
        ))}
      </div>
      {skipped > 0 ? <p className={css.skipped}>{say('trace:skipped', { count: skipped })}</p> : null}
    </div>
  )
}
