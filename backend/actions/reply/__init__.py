"""A reply: the adviser's one answer to one message, from the row that asks for it to its end.

Its row (``storage.models.Reply``) is a state machine; tasks only say where to look::

                     claim_reply: attempt + 1, claims + 1, a lease
       post    ┌─────────┐                        ┌─────────┐ ◄─┐ keep the lease (holding),
     ────────► │ pending │ ─────────────────────► │ running │   │ next candidate: attempt + 1
               └─────────┘                        └─────────┘ ──┘ lease over: claimed again
                 ▲    │                             │  │  │
                 │    │ stop_reply      stop_reply  │  │  └ fail_reply, sweeper: claims used up
                 │    │      ┌──────────────────────┘  │               │
                 │    │      │           finish_reply  │               │
                 │    ▼      ▼                         ▼               ▼
                 │   ┌─────────┐                ┌──────────┐      ┌────────┐
                 │   │ stopped │                │ complete │      │ failed │
                 │   └─────────┘                └──────────┘      └────────┘
                 └──────── retry_reply: claims 0, the same numbers ────┘  (from all three)

``attempt`` numbers the texts: each claim and each further candidate raises it, and clients replace
what they showed of the one before. ``claims`` counts the workers that took the reply since it was
asked for; one that hands it back (``hand_back``: its process ends) is taken off again, and after
``max_claims`` nobody may take it. An error of ours before a claim counts as one, too
(``break_claim``), and the last leaves the reply ``failed``. While a lease lasts its worker alone
may write; what it writes is guarded by attempt and lease. One reply of a negotiation runs at a
time, in the order of their messages.

Read in this order. Those marked * import llm and are for the worker alone.

============  =====================================================================================
replying *    the whole way: claim, have the numbers worded by one candidate after the other, save
claiming *    begin and end a claim: guarded by the row, by attempt and by lease
holding       keep the leases of all replies that this process writes, and learn which were lost
telling *     one attempt's text on its way to the screens
ending        the one place that writes an end, and lets the next reply of the negotiation go ahead
unclaimed     the end of a reply that nobody holds
control       stop and retry, by the buyer
sweeping      find what nobody works on: send its task again, or end it
============  =====================================================================================
"""
