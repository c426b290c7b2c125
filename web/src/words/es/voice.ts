import type { Words } from '../en'

export const voice: Words['voice'] = {
  dictate: 'Dictar',
  stopDictating: 'Dejar de dictar',
  listening: 'Escuchando…',
  read: 'Leer en voz alta',
  stopReading: 'Dejar de leer',
  readingFailed: 'Este navegador no pudo leerlo en voz alta.',
  problem: {
    denied: 'El navegador no puede usar el micrófono. Permítalo en los ajustes del navegador para esta página, o escriba.',
    noMicrophone: 'No se encontró ningún micrófono. Puede escribir.',
    noLine: 'El navegador no pudo llegar a lo que pone por escrito la voz. Puede escribir.',
    nothingHeard: 'No se oyó nada. Intente otra vez, más cerca del micrófono.',
    failed: 'Dictar no funcionó aquí. Puede escribir.',
  },
  consent: {
    dictate: {
      title: 'Antes de dictar',
      text: 'Su navegador pone por escrito lo que usted dice. Para eso, quien lo hace puede mandar su voz a un servidor suyo. A nosotros solo nos llega el texto del cuadro, y solo cuando usted lo manda. Este navegador recuerda su sí.',
      agree: 'Dictar',
    },
    read: {
      title: 'Antes de leer en voz alta',
      text: 'Su navegador lee el consejo. Según la voz, quien lo hace puede mandar el texto a un servidor suyo. Fíjese en quién puede oírlo. Este navegador recuerda su sí.',
      agree: 'Leer en voz alta',
    },
  },
}
