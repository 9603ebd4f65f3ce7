/**
 * Whether a citation has a form that a reader can follow and names a section that exists. The sections are those of the
 * official table of contents that the pack carries; Federal Register pages are known by volume and page only.
 */

const FORMS: { form: RegExp; section?: (match: RegExpMatchArray) => string }[] = [
  { form: /^15 CFR (\d{3}\.\d+)((\([A-Za-z0-9]+\))*)( (note|Note|intro)( \d+)?)?$/, section: (match) => match[1] ?? '' },
  { form: /^15 CFR part (\d{3})$/, section: (match) => `part ${match[1]}` },
  {
    form: /^Supp\. No\. (\d+) to part (\d{3})((, (ECCN [0-9][A-E][0-9]{3}[a-z0-9.]*|footnote \d+|Group [A-E](:\d)?|paragraph .+|note.*))*)((\([A-Za-z0-9]+\))*)$/,
    section: (match) => `Supp. ${match[1]} to ${match[2]}`,
  },
  { form: /^\d{2,3} FR \d{1,6}$/ },
  { form: /^FR Doc\. \d{4}-\d{5}$/ },
  { form: /^MOFCOM Announcement No\. \d{1,3} of \d{4}(, § \d{1,2})?$/ },
  { form: /^(10|22|31|37) CFR (part )?\d+(\.\d+)?((\([A-Za-z0-9]+\))*)$/ },
]

/** The reason why a citation does not resolve, or undefined when it does. */
export function citationProblem(cite: string, sections: ReadonlySet<string>): string | undefined {
  for (const { form, section } of FORMS) {
    const match = cite.match(form)
    if (match === null) continue
    const name = section?.(match)
    return name === undefined || sections.has(name) ? undefined : `the table of contents has no ${name}`
  }
  return 'not in a form that names section and paragraph'
}
