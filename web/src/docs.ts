/** The API's description, rendered offline from /openapi.json. */

import 'swagger-ui-dist/swagger-ui.css'
import './docs.css'

import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js'

/** The addresses of calls stand inside buttons, where a link would be out of a keyboard's reach. */
const textOfLinks = () => ({ components: { DeepLink: ({ text }: { text: string }) => text } })

SwaggerUI({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  // The badge of an outside validator would be a third-party request.
  validatorUrl: null,
  plugins: [textOfLinks],
})
