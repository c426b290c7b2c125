// Tests of rules need none of it, and it takes longer than they do.
if (typeof window !== 'undefined') {
  const { prepareDocument } = await import('./testing/document')
  prepareDocument()
}

export {}
