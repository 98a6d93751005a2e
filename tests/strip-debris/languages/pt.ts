/** Portuguese. */
import type {LanguageCases} from '../languages.js'

export const pt: LanguageCases = {
  body: [
    'O moinho à beira do rio foi vendido na semana passada a uma família que pretende viver nele, informou o conselho na segunda-feira.',
    'A sua roda não gira há trinta anos, e os novos donos dizem que a deixarão como está até encontrarem um carpinteiro.',
    'Ninguém no vale esperava essa venda, e menos ainda o moleiro, que soube dela pelo jornal no dia seguinte.',
  ],
  cases: [
    ['login', 'Iniciar sessão', 'Entrar no moinho só era possível pelo lado do rio, disse o moleiro.'],
    ['comments', '12 comentários', 'Os comentários do moleiro estão à margem do mapa do vale.'],
    [
      'date-stamp',
      'Publicado em 12 de março de 2019 às 10:15',
      'Publicado em 12 cadernos, o romance do moleiro não teve leitores.',
    ],
    ['sales-button', 'Solicite um orçamento', 'Solicite um orçamento ao moleiro e receberá um provérbio.'],
    ['table-of-contents', 'Sumário', 'Sumário foi o julgamento, e longa a briga pela represa.'],
    ['post-stamp', 'Encaminhado de Farmácia da Fonte', 'Encaminhado de mão em mão, o bilhete chegou em maio.'],
    ['forum-furniture', 'Responder com citação', 'Responder com citação de um salmo era o seu costume.'],
    ['continuation', '(Continua na página 4)', 'Continua na página do registro a mancha de vinho.'],
    ['scan-viewer', 'Encontrou algum erro? Avise a redação', 'Encontrou algum erro o juiz, mas só depois da sentença.'],
    ['gallery-position', 'Ver todas as fotos', 'Ver todas as fotos da família levou a tarde inteira.'],
    ['click-notice', 'Para ver as fotos, clique aqui', 'Para ver as fotos subia toda noite ao sótão do moinho.'],
    [
      'mail-furniture',
      'Você está recebendo este e-mail porque se inscreveu em nossa lista.',
      'Você está recebendo este moinho de herança, disse o tabelião.',
    ],
    ['shop', 'Adicionar ao carrinho', 'Adicionar ao carrinho mais um saco parecia-lhe loucura.'],
    ['comment-form', 'Deixe um comentário', 'Deixe um comentário no livro da ponte e ele dará azar.'],
    [
      'comment-form',
      'O seu endereço de e-mail não será publicado. Campos obrigatórios são marcados com *',
      'O seu endereço não será dado a ninguém, disse a dona da pensão.',
    ],
    ['share-button', 'Compartilhar no Facebook', 'Compartilhar no inverno o pão e a lenha era a lei do vale.'],
    ['share-bar', 'Compartilhar Facebook WhatsApp', 'Compartilhar o pão bastava para ser amigo do moleiro.'],
    ['related-list', 'Notícias relacionadas', 'Notícias relacionadas com a cheia chegavam sempre tarde.'],
    ['read-also', 'Leia também: A ponte que ninguém queria', 'Leia também nas entrelinhas, dizia o professor.'],
    [
      'cookie-notice',
      'Este site utiliza cookies para melhorar a sua experiência.',
      'Este site arqueológico fica abaixo da represa velha.',
    ],
    [
      'copyright',
      'Todos os direitos reservados.',
      'Todos os direitos reservados ao bispo foram comprados pelo moleiro.',
    ],
    ['newsletter', 'Siga o nosso canal no WhatsApp', 'Siga o rio até a represa e verá o moinho, disse o guia.'],
    ['paywall', 'Conteúdo exclusivo para assinantes', 'Conteúdo exclusivo do cofre era um maço de cartas.'],
    ['author-box', 'Sobre o autor', 'Sobre o autor da carta nada se sabe.'],
    ['image-credit', 'Crédito: Ada Moleiro', 'Crédito era coisa que o moleiro não dava a ninguém.'],
    ['counter', 'Tempo de leitura: 4 minutos', 'Tempo de leitura e tempo de chuva eram a mesma coisa no vale.'],
    ['skip-link', 'Pular para o conteúdo', 'Pular para o conteúdo do baú foi um erro dos herdeiros.'],
    ['breadcrumb', 'Página inicial > Notícias > Política', 'Página inicial do registro: uma mancha e três nomes.'],
    ['tags', 'Marcadores: moinho, rio', 'Marcadores de livros eram as penas que a roda deixava.'],
  ],
}
