/** What the answer rests on: law, lists, engine and hashes, as the memo prints them. */
import { useSay } from '#renderer/client/words.ts'
import { Pairs, Section, Tag } from '#renderer/ui/block.tsx'
import { count } from '#renderer/ui/dates.ts'
import { Hash } from '#renderer/ui/hash.tsx'
import { VerdictChip } from '#renderer/ui/verdict.tsx'
import type { Determination } from '#shared/domain/determination.ts'
import css from './result.module.css'

export function Basis({ answer }: { answer: Determination }) {
  const say = useSay()
  return (
    <Section title={say('result:basis')}>
      <Pairs
        rows={[
          [say('result:basis.asOf'), answer.asOf],
          [
            say('result:basis.law'),
            answer.packs.map((pack) => (
              <div key={pack.id}>
                {pack.id} {pack.version} · {pack.lawAsOf} · <Hash value={pack.sha256} />
              </div>
            )),
          ],
          [
            say('result:basis.lists'),
            answer.lists.map((list) => (
              <div key={`${list.id}${list.sha256}`} className={css.list}>
                {list.id} · {list.contentDate} · {count(list.records)} · <Hash value={list.sha256} />{' '}
                {list.complete ? null : <Tag tone="amber">{say('result:basis.starter')}</Tag>}
              </div>
            )),
          ],
          ...(answer.regimes.length > 1
            ? ([
                [
                  say('result:regimes'),
                  answer.regimes.map((regime) => (
                    <div key={regime.id}>
                      {regime.id} <VerdictChip verdict={regime.outcome} plain />
                    </div>
                  )),
                ],
              ] as [string, React.ReactNode][])
            : []),
          [say('result:basis.engine'), answer.engine],
          [say('result:basis.facts'), <Hash key="facts" value={answer.factsHash} length={16} />],
          [say('result:basis.proof'), <Hash key="proof" value={answer.proofHash} length={16} />],
        ]}
      />
    </Section>
  )
}
