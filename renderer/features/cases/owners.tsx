/** Who owns a party: shares, what is known of each owner's listing, and what the shares add up to. */
import { ActionIcon, Button, Checkbox, MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core'
import { withField } from '#renderer/client/facts.ts'
import { useSay } from '#renderer/client/words.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { numbered } from '#renderer/ui/numbered.ts'
import type { CaseParty, FactMap } from '#shared/domain/case.ts'
import css from './cases.module.css'
import { type Listings, listingsOf, shareSum, withListings } from './owner-listings.ts'

type Owner = CaseParty['owners'][number]
type Edit = (edit: (party: CaseParty) => CaseParty) => void

const NOT_LISTED: Listings = { lists: [], footnotes: undefined, programs: [], through: undefined }

/** Lists whose owners the ownership rules ask about. */
const LISTS = ['EL', 'MEU', 'SDN', 'UVL', 'DPL']
/** Footnotes of the Entity List that change which items are reached. */
const FOOTNOTES = ['1', '3', '4', '5']

const OWNER_STATES = { unknown: 'cases:parties.owner.unknown', none: 'cases:parties.owner.none', listed: 'cases:parties.owner.listed.state' } as const

function OwnerLists({ listings, onChange }: { listings: Listings; onChange: (next: Listings) => void }) {
  const say = useSay()
  return (
    <div className={css.ownerLists}>
      <MultiSelect
        size="xs"
        label={say('cases:parties.owner.lists')}
        data={LISTS}
        value={listings.lists}
        onChange={(lists) => onChange({ ...listings, lists })}
        data-testid="owner-lists"
      />
      {listings.lists.includes('EL') ? (
        <MultiSelect
          size="xs"
          label={say('cases:parties.owner.footnotes')}
          placeholder={listings.footnotes === undefined ? say('cases:parties.owner.notKnown') : ''}
          data={[...FOOTNOTES.map((value) => ({ value, label: value })), { value: 'none', label: say('cases:parties.owner.footnotes.none') }]}
          value={listings.footnotes === undefined ? [] : listings.footnotes.length === 0 ? ['none'] : listings.footnotes.map(String)}
          onChange={(next) => {
            const last = next.at(-1)
            onChange({ ...listings, footnotes: last === undefined ? undefined : last === 'none' ? [] : next.filter((one) => one !== 'none').map(Number) })
          }}
          data-testid="owner-footnotes"
        />
      ) : null}
      {listings.lists.includes('SDN') ? (
        <TagsInput
          size="xs"
          label={say('cases:parties.owner.programs')}
          value={listings.programs}
          onChange={(programs) => onChange({ ...listings, programs })}
          data-testid="owner-programs"
        />
      ) : null}
    </div>
  )
}

/** An owner that is not listed may be held by listed parties, and counts then as they do. */
function OwnerOfOwner({ listings, onChange }: { listings: Listings; onChange: (next: Listings) => void }) {
  const say = useSay()
  const { through } = listings
  return (
    <div className={css.ownerLists}>
      <MultiSelect
        size="xs"
        label={say('cases:parties.owner.through')}
        placeholder={through === undefined ? say('cases:parties.owner.notKnown') : ''}
        data={[...['EL', 'MEU', 'SDN'].map((value) => ({ value, label: value })), { value: 'none', label: say('cases:parties.owner.through.none') }]}
        value={through === undefined ? [] : through.length === 0 ? ['none'] : through}
        onChange={(next) => {
          const last = next.at(-1)
          onChange({ ...listings, through: last === undefined ? undefined : last === 'none' ? [] : next.filter((one) => one !== 'none') })
        }}
        data-testid="owner-through"
      />
    </div>
  )
}

function OwnerRow({ owner, onChange, onRemove }: { owner: Owner; onChange: (change: (now: Owner) => Owner) => void; onRemove: () => void }) {
  const say = useSay()
  const listings = listingsOf(owner)
  const state = listings === undefined ? 'unknown' : listings.lists.length === 0 ? 'none' : 'listed'
  const set = (next: Listings | undefined) => onChange((now) => withListings(now, next))
  return (
    <div className={css.ownerRow} data-testid="owner">
      <div className={css.owner}>
        <TextInput
          size="xs"
          aria-label={say('cases:parties.owner.name')}
          placeholder={say('cases:parties.owner.name')}
          value={owner.name}
          onChange={(event) => {
            const name = event.currentTarget.value
            onChange((now) => ({ ...now, name }))
          }}
          data-testid="owner-name"
        />
        <NumberInput
          size="xs"
          aria-label={say('cases:parties.owner.share')}
          placeholder="%"
          suffix=" %"
          min={0}
          max={100}
          hideControls
          value={owner.share ?? ''}
          onChange={(share) => onChange((now) => withField(now, 'share', typeof share === 'number' ? share : undefined))}
          data-testid="owner-share"
        />
        <Select
          size="xs"
          aria-label={say('cases:parties.owner.listed')}
          data={(['unknown', 'none', 'listed'] as const).map((value) => ({ value, label: say(OWNER_STATES[value]) }))}
          value={state}
          onChange={(next) => set(next === 'none' ? { ...NOT_LISTED } : next === 'listed' ? { ...NOT_LISTED, lists: ['EL'] } : undefined)}
          allowDeselect={false}
          data-testid="owner-listed"
        />
        <ActionIcon size={28} aria-label={say('cases:parties.owner.remove')} onClick={onRemove}>
          <Icon name="close" size={14} />
        </ActionIcon>
      </div>
      {state === 'listed' && listings ? <OwnerLists listings={listings} onChange={set} /> : null}
      {state === 'none' && listings ? <OwnerOfOwner listings={listings} onChange={set} /> : null}
    </div>
  )
}

export function Owners({ party, edit }: { party: CaseParty; edit: Edit }) {
  const say = useSay()
  const sum = shareSum(party.owners)
  const complete = party.facts.ownersComplete === true
  const setComplete = (said: boolean) =>
    edit((now) => {
      const { ownersComplete: _, ...rest }: FactMap = now.facts
      return { ...now, facts: said ? { ...rest, ownersComplete: true } : rest }
    })
  return (
    <div className={css.owners}>
      <div className={css.label}>{say('cases:parties.owners')}</div>
      {party.owners.length === 0 ? <span className={css.hint}>{say('cases:parties.owners.none')}</span> : null}
      {numbered(party.owners).map(({ key, at, value }) => (
        <OwnerRow
          key={key}
          owner={value}
          onChange={(change) => edit((now) => ({ ...now, owners: now.owners.map((one, index) => (index === at ? change(one) : one)) }))}
          onRemove={() => edit((now) => ({ ...now, owners: now.owners.filter((_, index) => index !== at) }))}
        />
      ))}
      <div className={css.ownersFoot}>
        <Button
          size="compact-xs"
          leftSection={<Icon name="add" size={13} />}
          onClick={() => edit((now) => ({ ...now, owners: [...now.owners, { name: '' }] }))}
          data-testid="add-owner"
        >
          {say('cases:parties.owners.add')}
        </Button>
        {party.owners.length > 0 ? (
          <>
            <span className={sum.over ? css.warn : css.hint} data-testid="owners-sum">
              {say(sum.over ? 'cases:parties.owners.over' : sum.open ? 'cases:parties.owners.sumOpen' : 'cases:parties.owners.sum', { sum: sum.text })}
            </span>
            {sum.text === '100' && !sum.open ? null : (
              <Checkbox
                size="xs"
                label={say('cases:parties.owners.complete')}
                checked={complete}
                onChange={(event) => setComplete(event.currentTarget.checked)}
                data-testid="owners-complete"
              />
            )}
          </>
        ) : null}
      </div>
    </div>
  )
}
