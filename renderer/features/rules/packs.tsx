/** The rule packs: version, dates, size and sources. */
import { useAnswer } from '#renderer/client/queries.ts'
import { usePick, useSay } from '#renderer/client/words.ts'
import { Page, Pairs, Section } from '#renderer/ui/block.tsx'
import { count } from '#renderer/ui/dates.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import { Hash } from '#renderer/ui/hash.tsx'

export function Packs() {
  const say = useSay()
  const pick = usePick()
  const found = useAnswer('pack:status', {})
  return (
    <Page>
      {found.error ? <Failure error={found.error} /> : null}
      {(found.data?.packs ?? []).map((pack) => (
        <Section key={pack.id} title={pick(pack.title)} note={pack.id}>
          <Pairs
            rows={[
              [say('rules:pack.version'), pack.version],
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
      ))}
    </Page>
  )
}
