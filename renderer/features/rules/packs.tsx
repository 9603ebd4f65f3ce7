/** The rule packs: the one in use, the others that are held, one signed pack more, and one pack against the other. */
import { Button } from '@mantine/core'
import { call } from '#renderer/client/bridge.ts'
import { useJobs } from '#renderer/client/jobs.ts'
import { useAct, useAnswer } from '#renderer/client/queries.ts'
import { go } from '#renderer/client/route.ts'
import { usePick, useSay } from '#renderer/client/words.ts'
import { Empty, Page, Pairs, Section } from '#renderer/ui/block.tsx'
import { count } from '#renderer/ui/dates.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import { Hash } from '#renderer/ui/hash.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import type { PackStatus } from '#shared/contract/replies.ts'
import type { PackUsed } from '#shared/domain/determination.ts'
import { Comparison } from './comparison.tsx'
import { Impact } from './impact.tsx'
import { InstallPack } from './install-pack.tsx'
import css from './rules.module.css'

function InUse({ pack }: { pack: PackStatus }) {
  const say = useSay()
  const pick = usePick()
  return (
    <Section title={pick(pack.title)} note={say('rules:pack.inUse')}>
      <Pairs
        rows={[
          [say('rules:pack.version'), `${pack.id} ${pack.version}`],
          [say('rules:pack.lawAsOf'), pack.lawAsOf],
          [say('rules:pack.completeFrom'), pack.completeFrom],
          [
            say('rules:pack.size'),
            say('rules:pack.size.is', {
              rules: count(pack.rules),
              entries: count(pack.entries),
              facts: count(pack.facts),
              notModelled: count(pack.notModelled),
            }),
          ],
          [say('rules:pack.hash'), <Hash key="hash" value={pack.sha256} length={16} />],
          [
            say('rules:pack.sources'),
            pack.sources.map((source) => (
              <div key={source.id}>
                {source.title} · {source.contentDate}
              </div>
            )),
          ],
        ]}
      />
    </Section>
  )
}

/** `source` names the pack to set against the one in use: a hash, a folder or a signed file; empty for none. */
export function Packs({ source }: { source: string }) {
  const say = useSay()
  const found = useAnswer('pack:status', {})
  const impact = useAct('packs:impact')
  const [newest] = useJobs('impact')
  const packs = found.data?.packs ?? []
  const others = (found.data?.held ?? []).filter((held) => packs.every((pack) => pack.sha256 !== held.sha256))
  const running = newest?.end === null || impact.isPending
  const choose = async (purpose: 'pack' | 'pack-folder') => {
    const [path] = (await call('shell:chooseFiles', { purpose })).files
    if (path !== undefined) go('rules', 'pack', path)
  }
  const weigh = (pack: string) => impact.mutate({ pack })
  const chooser = (
    <div className={css.tags}>
      <Button leftSection={<Icon name="folder" size={14} />} onClick={() => void choose('pack-folder')} data-testid="choose-pack-folder">
        {say('rules:others.folder')}
      </Button>
      <Button leftSection={<Icon name="open" size={14} />} onClick={() => void choose('pack')} data-testid="choose-pack-file">
        {say('rules:others.file')}
      </Button>
    </div>
  )
  return (
    <Page wide>
      {found.error ? <Failure error={found.error} /> : null}
      <InstallPack />
      {packs.map((pack) => (
        <InUse key={pack.sha256} pack={pack} />
      ))}
      <Section title={say('rules:others')} note={say('rules:others.note')} actions={others.length > 0 ? chooser : undefined}>
        {found.data && others.length === 0 ? (
          <Empty icon="rules" title={say('rules:others.none.title')} action={chooser}>
            {say('rules:others.none.body')}
          </Empty>
        ) : (
          <HeldPacks held={others} source={source} weighing={running} onWeigh={weigh} />
        )}
      </Section>
      {impact.error ? <Failure error={impact.error} testId="impact-refused" /> : null}
      {newest ? <Impact job={newest} /> : null}
      {source ? <Comparison key={source} source={source} weighing={running} onWeigh={() => weigh(source)} /> : null}
    </Page>
  )
}

function HeldPacks({ held, source, weighing, onWeigh }: { held: PackUsed[]; source: string; weighing: boolean; onWeigh: (pack: string) => void }) {
  const say = useSay()
  return (
    <table className={css.plain} data-testid="held-packs">
      <thead>
        <tr>
          <th scope="col">{say('rules:pack')}</th>
          <th scope="col">{say('rules:pack.lawAsOf')}</th>
          <th scope="col">{say('rules:pack.hash')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {held.map((pack) => (
          <tr key={pack.sha256} data-chosen={pack.sha256 === source || undefined}>
            <td>
              {pack.id} {pack.version}
            </td>
            <td>{pack.lawAsOf}</td>
            <td>
              <Hash value={pack.sha256} />
            </td>
            <td>
              <div className={css.rowActions}>
                <Button onClick={() => go('rules', 'pack', pack.sha256)} data-testid="compare-pack">
                  {say('rules:compare')}
                </Button>
                <Button onClick={() => onWeigh(pack.sha256)} disabled={weighing} data-testid="weigh-pack">
                  {say('rules:impact.start')}
                </Button>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
