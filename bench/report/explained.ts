/** How the figures of docs/performance.md came about, and what they mean. */
export const explained = `## How it is measured

- **World.** Made from a seed, by the same rules in every size: five rights an enterprise and two persons an enterprise on average, of which one fifth of the enterprises holds most (a truncated Pareto distribution, about 70 to 80 %). 5 % of the enterprises have ceased, some are in a situation that holds earlier rights back, some under an emergency stop; users are blocked, memberships and authorisations have ended, end later or begin later, offices are suspended, roles have parameters and are stopped, and some rows were superseded. It is copied into PostgreSQL without indexes, triggers and constraints, which are then made again, so that each of them has looked at every row; the schema is afterwards that of the migrations (compared with pg_dump).
- **Questions.** About half are permitted; the others are about strangers, colleagues, services that were not given, sign-ins that are too weak, and rights that are over. *Skewed*: four fifths of the questions concern one fifth of the rights, and so on within each fifth. *Uniform*: every right is asked about alike, which no cache likes.
- **Answers.** What must be answered is worked out by the rule itself over the rows of the world. Before anything is measured, everybody who decides answers 2,000 questions (the peers 1,000), and one wrong answer ends the run; during the measurement every answer is compared too (permit or not; of a group, how many permits).
- **Load.** From a process of its own, written on sockets, without pipelining, with requests made beforehand. Closed loop: each connection waits for its answer, which shows what the server carries. Open loop: requests go out when they are due (Poisson arrivals), whether or not the earlier ones were answered, and latency counts from when they were due, so that a stall is seen by all whom it kept waiting. The histogram is within 0.4 % of each value. Before the first measurement everybody is asked for ten seconds. Beside all of it, where Linux has \`chrt\`, processes that run only while nobody else wants to keep the processors awake: in a virtual machine whoever writes to a process whose processor sleeps pays for waking it, and whoever answers more slowly would pay more often. Single evaluations beside bare and floor are measured apart: who answers keeps all processors but the last one (\`taskset\`), and the load the last; a system that packs processes together would otherwise let the two take turns on one processor. SQL by hand and the peers have all processors, and where the peers take part everybody has.
- **Turns.** All contestants run at the same time and are asked in turn, each round beginning with another one. A figure is the median of the rounds; a ratio is the median of the ratios within each round.

## Who takes part

- **bare**: \`node:http\` that reads the body and writes an answer of the product, byte for byte. What HTTP costs on this machine in this language.
- **floor**: bare that also finds the caller by the SHA-256 of their token, kept after the first time, and parses the JSON of the body. Both answer each request where it comes, as such servers do.
- **claviger**: the product's own node for decisions with one thread that answers, as an operator starts it, in huge pages as [scale.md](operating/scale.md) advises. Batches are also asked of a node with as many threads as there are processors (bare and floor have one each time). Under load it answers together what has come together ([0026](decisions/0026-what-comes-together-is-answered-together.md)), which is how it can be faster than the floor.
- **sql**: one prepared statement over the same database, written by hand for these rules, behind \`node:http\`, with eight sessions; what is known from the catalogue is a parameter or a part of the text.
- **OpenFGA** and **SpiceDB**: see below. They are asked over their HTTP interfaces, by the same load.

## The peers, and how they were set up

Both keep relations in the same PostgreSQL server and get a model made of the same catalogue (\`bench/contestants\`): one relation or permission for each service, in a type for each capacity, so that a question is one check. What holds for the whole enterprise stands at the enterprise and is reached from its groups, as both products recommend, instead of being copied to each group. Beyond that their work was kept small:

- What cannot be so at the moment (a suspended office, a stopped role, a right that is held back or over, a closed capacity or domain) has no relation: an integrator's writes would have removed it.
- What may be switched at any moment is a relation of its own and excluded in the model: an emergency stop, a block, the cessation of an enterprise.
- A date in the future is a condition (OpenFGA) or caveat (SpiceDB) on that relation alone; the rest have none.
- An authorisation carries the end of its membership, so that no intersection of the two is needed.
- Levels of sign-in are compared by whoever asks: questions with a level that is too low are left out of the comparison for everybody.
- Roles that open a service are relations of the enterprise.
- OpenFGA gets a pool of 100 sessions: with its usual 30, and 32 callers, the parts of one check waited for the sessions of another until they timed out. SpiceDB gets 30 for reading.
- The moment is the same in all questions of a run, so that conditions do not keep answers from being cached.

*Strong*: caches off and every check at the newest state (OpenFGA \`HIGHER_CONSISTENCY\`, SpiceDB \`fully_consistent\`). *Relaxed*: the caches that each product offers are on, with OpenFGA's own invalidation (cache controller) and a million entries, and SpiceDB's usual settings (revisions of five seconds); a check may be answered from them; how long a right that was taken away is still permitted is measured by a writer that takes it away and asks until it is refused. What a round of some seconds asks of a peer is seldom asked twice, so that most of these figures are those of caches that have seen little. *A thousand questions again and again* is the other end: everybody has been asked each of them before, and no cache is too small for them.
`
