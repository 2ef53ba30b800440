import type { Mutant } from './mutant.ts'

const folder = 'src/modules/accounts'

/** Faults in how somebody without a national number comes in. */
export const accounts: Mutant[] = [
  {
    name: 'somebody without a national number needs neither an address nor a phone',
    file: 'src/modules/operations/person-typed.ts',
    find: 'if (!ruling.allowed) return refuse(ruling.reason)',
    replace: '',
    by: 'memory',
  },
  {
    name: 'an account needs an address, but no phone',
    file: `${folder}/rules.ts`,
    find: 'accountKey(catalogue) && email && phone ?',
    replace: 'accountKey(catalogue) && email ?',
    by: 'tests',
    test: `${folder}/rules.test.ts`,
  },
  {
    name: 'a provisional password counts in the moment at which it ends',
    file: `${folder}/rules.ts`,
    find: 'until !== null && now < until',
    replace: 'until !== null && now <= until',
    by: 'tests',
    test: `${folder}/rules.test.ts`,
  },
  {
    name: 'one’s own name is a password',
    file: `${folder}/rules.ts`,
    find: 'if (rest.length < lengthMin / 2 && rest !== bareText(password))',
    replace: 'if (rest.length < 0)',
    by: 'tests',
    test: `${folder}/rules.test.ts`,
  },
  {
    name: 'a code of the app counts twice',
    file: `${folder}/secrets/app-code.ts`,
    find: 'step > lastStep',
    replace: 'step >= lastStep',
    by: 'tests',
    test: `${folder}/rules.test.ts`,
  },
  {
    name: 'whoever guesses from elsewhere shuts a known place out',
    file: `${folder}/rules.ts`,
    find: '&& !(door.freeForKnown && known)',
    replace: '',
    by: 'tests',
    test: `${folder}/rules.test.ts`,
  },
  {
    name: 'the same name, address and phone are one person in every enterprise',
    file: `${folder}/store/account.store.ts`,
    find: ".where('known_as.enterprise_id', '=', enterpriseId)",
    replace: '',
    by: 'tests',
    test: `${folder}/accounts.db.test.ts`,
  },
  {
    name: 'a link is used twice',
    file: `${folder}/store/token.store.ts`,
    find: ".where('used_at', 'is', null) .where('expires_at', '>', now) .returning(columns)",
    replace: ".where('expires_at', '>', now) .returning(columns)",
    by: 'tests',
    test: `${folder}/accounts.db.test.ts`,
  },
  {
    name: 'a provisional password leaves for somebody who has no office and is no user any more',
    file: `${folder}/use-cases/provisional.ts`,
    find: 'if (!(await hasGround(trx, personId, now))) return rollback(null)',
    replace: '',
    by: 'tests',
    test: `${folder}/accounts.db.test.ts`,
  },
  {
    name: 'whoever appointed somebody changes how they are reached after they chose a password',
    file: `${folder}/use-cases/open-account.ts`,
    find: 'account.password !== null ||',
    replace: '',
    by: 'tests',
    test: `${folder}/accounts.db.test.ts`,
  },
  {
    name: 'a new password leaves the app of before',
    file: `${folder}/store/account.store.ts`,
    find: 'provisional_until: null, ...noApp',
    replace: 'provisional_until: null',
    by: 'tests',
    test: `${folder}/accounts.db.test.ts`,
  },
]
