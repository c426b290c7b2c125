"""``make mutants``: small faults put into the code one at a time; do the tests that run it go red?

`python_changes` and `page_changes.mjs` find what can be changed, `sampling` draws from it,
`covering` knows which tests run a line, `trying` runs them on a changed copy of the tree.
mutmut and cosmic-ray were looked at: the one changes functions alone and forks them in a process
that has started servers, the other changes the checkout itself; neither leaves out a statement,
and neither knows TypeScript.
"""
