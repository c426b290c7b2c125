declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  interface SwaggerUIOptions {
    url: string
    dom_id: string
    deepLinking: boolean
    docExpansion: 'list' | 'full' | 'none'
    defaultModelsExpandDepth: number
    validatorUrl: string | null
    plugins: (() => { components: Record<string, (props: never) => React.ReactNode> })[]
  }
  export default function SwaggerUI(options: SwaggerUIOptions): void
}
