/** Portuguese, of Brazil and of Portugal. */
import {type Language, phrases} from './model.js'

export const portuguese: Language = {
  language: 'pt',
  narration:
    /(?<![\p{L}\p{M}'-])(?:disse|dizia|diz|escreveu|perguntou|respondeu|era|eram|foi|foram|estava|estavam|tinha|tinham|havia|ontem|ele|ela|eles|elas)(?![\p{L}\p{M}])/u,
  signs: {
    'comment-form': /coment[aá]rio|publicado|navegador|obrigat[oó]ri|sess[aã]o|conectado|akismet/u,
    'share-button': /janela/u,
    'share-invitation': /compartilh|partilh|amig/u,
    'read-also': /(?<!\p{L})(?:aqui|neste link)(?!\p{L})/u,
    'cookie-notice':
      /(?<![\p{L}\p{M}])(?:voc[eê]|sua|seu|nosso|nossa|nossos|site|portal|experi[eê]ncia|navega[cç][aã]o|concorda\p{L}*|aceita\p{L}*|pol[ií]tica de)(?![\p{L}\p{M}])/u,
    copyright: /proibid|sem (?:a )?(?:devida|pr[eé]via)|total ou parcial/u,
    disclaimer: /responsabilidade|n[aã]o reflet|autor(?:es|as?)?(?!\p{L})|reda[cç][aã]o/u,
    newsletter: /boletim|not[ií]cias|novidades|(?<!\p{L})noss[oa](?!\p{L})|conte[uú]do|redes sociais/u,
    paywall: /assinante|assine|cadastr/u,
    donation: /jornalismo|doa[cç][aãoõ]|(?<!\p{L})noss[oa](?!\p{L})/u,
    'scan-viewer': /avise|informe|comunique|reda[cç][aã]o/u,
    'mail-furniture': /inscrev|cadastr|nossa lista/u,
    'skip-link': /conte[uú]do|rodap[eé]/u,
  },
  rules: {
    'comment-form': {
      whole: phrases(`
        deixe um comentário cancelar resposta | deixe uma resposta cancelar resposta | deixe seu comentário
        deixe o seu comentário | deixe a sua resposta | deixe sua opinião | deixar um comentário
        deixar uma resposta | cancelar a resposta | publicar comentário | postar comentário
        postar um comentário | enviar comentário | enviar um comentário | escreva um comentário
        escreva seu comentário | escrever um comentário | adicionar comentário | adicione um comentário
        adicionar um comentário | faça um comentário | fazer um comentário | faça seu comentário | comentar
        comente | comente aqui | comente esta notícia | comentar esta notícia | seu comentário
        o seu comentário | os comentários estão fechados | comentários fechados | comentários encerrados
        comentários desativados | sem comentários | nenhum comentário | nenhum comentário ainda
        não há comentários | seja o primeiro a comentar | seja o primeiro a comentar! | nome * | nome: *
        e-mail: * | comentário * | comentário: * | site: | nenhum comentário: | ver comentários
        ver todos os comentários | mostrar comentários | carregar mais comentários | faça login para comentar
        participe da discussão | dê a sua opinião | dê sua opinião | regras para comentários
      `),
      starts: phrases(`
        o seu endereço de e-mail não | o seu endereço de email não | o seu e-mail não será | seu e-mail não será
        seu endereço de e-mail não | campos obrigatórios são | os campos obrigatórios
        campos obrigatórios marcados | salvar meus dados neste navegador | salve meu nome | salvar meu nome
        guardar o meu nome | guarda o meu nome | este site usa o akismet | este site utiliza o akismet
        este site usa akismet | saiba como seus dados em comentários | saiba mais sobre como
        fica a saber como são processados | notifique-me sobre | notificar-me de | avise-me sobre
        você precisa fazer o login para | você precisa fazer login | você precisa estar logado
        faça login para publicar | tem de iniciar a sessão para | para comentar, é preciso
        os comentários são de responsabilidade | os comentários publicados são
      `),
    },
    comments: {
      whole: phrases(`
        comentários (0) | 0 comentários | 0 comentário | comentários: 0 | 0 comentários: | um comentário
        todos os comentários | comentários recentes | 0 respostas | comentários dos leitores
      `),
      patterns: [
        /^(?:0|uma?|dois|duas|três) (?:comentários?|respostas?|ideias|opini(?:ão|ões)|pensamentos?) (?:sobre|em|para|a) /,
      ],
    },
    'thread-furniture': {
      whole: phrases(`
        responder | denunciar | denunciar comentário | citar | excluir | anônimo | anónimo | visitante
      `),
      patterns: [
        /^há 0 (?:minutos?|horas?|dias?|semanas?|meses|m[eê]s|anos?)(?: atrás)?$/,
        /^0 (?:minutos?|horas?|dias?|semanas?|meses|anos?) atrás$/,
      ],
    },
    pingback: {starts: phrases('trackbacks:')},
    'share-button': {
      whole: phrases(`
        compartilhar | compartilhar isto | compartilhe isso | compartilhe isto | compartilhe esta notícia
        compartilhe este post | compartilhe este artigo | compartilhar notícia | compartilhar artigo
        compartilhar no facebook | compartilhar no twitter | compartilhar no x | compartilhar no whatsapp
        compartilhe no whatsapp | compartilhar no telegram | compartilhe no facebook | compartilhar via whatsapp
        compartilhar por e-mail | compartilhar com o pinterest | partilhar | partilhe | partilhar isto
        partilhar artigo | partilhar este artigo | partilhar no facebook | partilhar no twitter | imprima
        copiar link | copiar o link | link copiado | copiar ligação | enviar por e-mail | enviar por email
        enviar para um amigo | envie para um amigo | curtir | curtir isso | curtir isso: | curtir carregando
        tweetar | tuitar | salvar | guardar para ler mais tarde | postar no blog! | versão para impressão
        ouvir esta notícia | gosto | deixe um like
      `),
      starts: phrases(`
        clique para compartilhar | clique para partilhar | clique para imprimir | clique para enviar
        carregue aqui para partilhar | compartilhar no | compartilhe no | partilhar no
        enviar um link por e-mail
      `),
    },
    'share-bar': {
      telling: phrases('compartilhar | compartilhe | partilhar | partilhe'),
      vocabulary: ['no', 'na', 'por', 'com'],
    },
    'share-invitation': {
      patterns: [
        /^(?:gostou|se (?:você )?gostou) (?:do|da|deste|desta) (?:artigo|post|texto|matéria|conteúdo|notícia|reportagem)(?!\p{L}).*/u,
      ],
    },
    'related-list': {
      whole: phrases(`
        leia também: | leia ainda | leia mais: | leia mais notícias | leia mais sobre | veja também: | veja mais
        veja mais notícias | ver também | ler também | ler mais | leia a seguir | matérias relacionadas
        notícias relacionadas | posts relacionados | artigo relacionado | conteúdo relacionado
        conteúdos relacionados | publicações relacionadas | postagens relacionadas | relacionado | relacionados
        você pode gostar | você também pode gostar | você também pode gostar de | você pode se interessar
        talvez você goste | talvez você se interesse | pode interessar | pode lhe interessar
        também te pode interessar | recomendado para você | recomendados para você | recomendadas para você
        recomendamos | mais lidas | mais lidos | as mais lidas | os mais lidos | + lidas | mais vistas
        mais vistos | mais populares | mais notícias | mais acessadas | mais comentadas | últimas notícias
        últimas | últimos posts | últimos artigos | últimas publicações | posts recentes | artigos recentes
        postagens recentes | notícias recentes | postagens mais visitadas | posts populares | artigos populares
        outras notícias | outros artigos | outras matérias | próxima notícia | notícia anterior | próximo artigo
        artigo anterior | próximo post | post anterior | postagem mais recente | postagem mais antiga
        navegação de post | navegação de posts | navegação de artigos | navegação do artigo | em destaque
        destaques do dia | não perca | escolha do editor | escolhas do editor | conteúdo patrocinado
        saiba mais sobre o tema | arquivo do blog | em alta | mais sobre o tema | sobre o mesmo tema
        siga lendo
      `),
      patterns: [/^(?:mais|outras notícias|outros artigos|todas as notícias) (?:de|sobre|em) .{2,40}$/],
    },
    'read-also': {
      starts: phrases(`
        leia também: | leia também | leia ainda: | leia mais: | leia mais em | leia a seguir:
        leia a matéria completa | veja também: | veja também | veja mais: | ver também: | confira também
        confira também: | assista: | assista também | saiba mais: | relacionado: | relacionada: | continue lendo
        continuar a ler | continuar lendo | continue a ler
      `),
      whole: phrases(`
        saiba mais | saber mais | ver mais | ver tudo | ver todos | ver todas | mostrar mais | continue lendo
        continuar lendo | continue a ler | leia a íntegra | ler artigo completo | leia o artigo completo
        leia a notícia completa | carregar mais | clique aqui
      `),
    },
    'skip-link': {
      starts: phrases(`
        pular para o conteúdo | ir para o conteúdo | ir para o menu | ir para a busca | ir para o rodapé
        saltar para o conteúdo | saltar para conteúdo | avançar para o conteúdo | passar para o conteúdo
      `),
      whole: phrases(`
        pesquisar | pesquisa | busca | buscar | pesquisar este blog | pesquisar neste blogue | pesquisar por:
        buscar no site | abrir menu | fechar menu | menu principal | procurar
      `),
    },
    'back-to-top': {
      whole: phrases(`
        voltar ao topo | volte ao topo | ir para o topo | voltar para o topo | topo da página | voltar ao início
        voltar para a lista | voltar à lista | voltar para o início
      `),
    },
    login: {
      whole: phrases(`
        entre | faça login | fazer login | fazer o login | login | iniciar sessão | inicie sessão | cadastre-se
        cadastrar-se | cadastro | registrar | registre-se | registar | registe-se | criar conta
        criar uma conta | minha conta | a minha conta | esqueci minha senha | esqueceu a senha?
        esqueceu sua senha? | esqueceu-se da palavra-passe? | senha | palavra-passe | lembrar-me | lembre-me
        sair | terminar sessão | área do assinante | já é assinante? | já sou assinante
        já é assinante? faça login | entrar / cadastrar | login / registro
      `),
    },
    breadcrumb: {
      patterns: [
        /^(?:início|página inicial|capa) ?(?:[>»›/|→•\\]|::|->|&gt;)/,
        /^(?:você está aqui|está aqui|você está em) ?:/,
      ],
    },
    'menu-label': {
      vocabulary: phrases(`
        início | home | notícias | política | economia | brasil | portugal | mundo | cultura | esportes
        esporte | desporto | saúde | tecnologia | ciência | educação | entretenimento | opinião | colunas
        colunistas | vídeos | fotos | blogs | polícia | cidades | negócios | contato | contacto | contatos
        quem | somos | sobre | nós | anuncie | assine | expediente | privacidade | termos | uso | fale | conosco
        mapa | empregos | arquivo | podcasts | vida | estilo | turismo | carros | famosos | equipe
      `),
    },
    'language-switcher': {
      whole: phrases(
        'idioma | idiomas | línguas | selecione o idioma | escolha o idioma | outros idiomas | traduzir | também disponível em',
      ),
      starts: phrases('este artigo também está disponível | leia em | também disponível em'),
    },
    tags: {
      whole: phrases('palavras-chave | palavras chave | categorias | marcadores | assuntos | tópicos | etiquetas'),
      patterns: [
        /^(?:tags|marcadores|etiquetas|palavras-chave|palavras chave|categorias?|assuntos?|tópicos|temas?|editorias?|seç(?:ão|ões)|arquivado em|marcado (?:como|com)|publicado em) ?:.*$/,
        /^(?:marcado (?:como|com)|etiquetado|arquivado em|publicado em) (?!\d).{2,120}$/,
      ],
    },
    pager: {
      whole: phrases('navegação por posts | paginação de posts'),
      patterns: [
        /^(?:próxim[ao]|anterior|seguinte|página anterior|próxima página|página seguinte|mais recente|mais antigo)$/,
      ],
    },
    newsletter: {
      whole: phrases(`
        assine já | assine agora | assine nossa newsletter | assine a nossa newsletter | assine a newsletter
        assinar | inscreva-se agora | inscreva-se na newsletter | inscreva-se na nossa newsletter
        inscreva-se no canal | inscreva-se em nossa newsletter | inscrever-se | subscrever | subscreva
        subscreva a newsletter | subscreva a nossa newsletter | subscrever newsletter | receba nossa newsletter
        receba as novidades | receba novidades | receba notícias por e-mail | cadastre seu e-mail
        digite seu e-mail | seu e-mail | seu email | o seu email | o seu e-mail | endereço de e-mail
        endereço de email | siga | siga-nos | siga-nos nas redes sociais | siga-nos no facebook
        siga-nos no instagram | siga nas redes sociais | nos siga | nos siga nas redes sociais | acompanhe-nos
        siga o nosso canal | fique por dentro | fique ligado | fique atualizado | mantenha-se informado
        junte-se a nós | redes sociais | boletim | boletim informativo | baixe o app | baixe nosso aplicativo
        ative as notificações | curta nossa página | curta nossa página no facebook | seguir
      `),
      patterns: [
        /^receba(?!\p{L}).{0,60}(?:newsletter|boletim|notícias|novidades)(?!\p{L}).{0,60}/u,
        /^(?:assine|inscreva-se|subscreva|cadastre-se|siga|siga-nos|acompanhe|participe|entre|curta|junte-se|fique por dentro)(?!\p{L}).{0,100}(?:newsletter|boletim|facebook|twitter|instagram|youtube|telegram|whatsapp|e-?mail|google (?:news|notícias)|canal|redes sociais|threads)(?!\p{L}).{0,60}/u,
        /^(?:quer|deseja) (?:receber|ficar por dentro).{0,100}/,
      ],
    },
    advertisement: {
      whole: phrases(`
        publicidade | continua após a publicidade | continua após publicidade | continua depois da publicidade
        continua após o anúncio | pub | anúncio | anúncios | patrocinado | conteúdo de marca | carregando
        carregando... | a carregar | informe publicitário
      `),
      patterns: [
        /^(?:publicidade|anúncio) ?[-–|:·] ?/,
        /^(?:este (?:post|artigo|texto|site) (?:contém|pode conter) links de afiliados|podemos receber uma comissão).{0,160}/,
      ],
    },
    paywall: {
      whole: phrases(`
        exclusivo para assinantes | só para assinantes | conteúdo exclusivo para assinantes
        conteúdo para assinantes | exclusivo assinantes
      `),
      patterns: [
        /^(?:este (?:conteúdo|artigo|texto) é exclusivo|conteúdo exclusivo|para continuar (?:lendo|a ler)|continue lendo com|já é assinante|assine para (?:ler|continuar))(?!\p{L}).{0,120}/u,
      ],
    },
    donation: {
      whole: phrases(
        'doe | doe agora | faça uma doação | fazer uma doação | apoie | apoie-nos | apoie o projeto | contribua | seja um apoiador | torne-se membro',
      ),
      patterns: [
        /^(?:apoie|contribua com|faça uma doação|ajude|doe) (?:o |a |ao |para )?(?:nosso|nossa|jornalismo|projeto|site|independente).{0,80}/,
      ],
    },
    'author-box': {
      whole: phrases(`
        sobre o autor | sobre a autora | sobre os autores | sobre o autor(a) | ver todos os posts
        ver todos os artigos | mais posts do autor | outros posts do autor | ver todas as publicações
      `),
      patterns: [/^ver (?:todos os posts|todas as publicações|todos os artigos|arquivo) d[eoa] .{2,50}$/],
    },
    'cookie-notice': {
      whole: phrases(`
        aceitar | aceito | aceitar todos | aceitar tudo | aceitar cookies | aceitar todos os cookies | rejeitar
        rejeitar todos | recusar | concordo | entendi | fechar | prosseguir | gerenciar cookies
        definições de cookies | configurações de cookies | preferências de cookies | política de cookies
      `),
      patterns: [
        /^(?:este site|esse site|o site|nosso site|este portal|utilizamos|usamos|nós usamos|nós utilizamos|ao (?:continuar|navegar|clicar|aceitar|utilizar)).{0,120}cookies/,
      ],
    },
    copyright: {
      patterns: [
        /todos os direitos reservados/,
        /^(?:é )?(?:proibida a reprodução|reprodução proibida|é proibida a reprodução|a reprodução (?:total|parcial|deste))(?!\p{L})/u,
      ],
    },
    disclaimer: {
      patterns: [
        /^(?:as opiniões|os artigos|os textos|o conteúdo|os conteúdos|o texto).{0,80}(?:responsabilidade|refletem|reflete|expressam|expressa|representam|representa)/,
        /^este (?:texto|artigo) não reflete/,
      ],
    },
    'site-footer': {
      whole: phrases(`
        quem somos | sobre nós | sobre o site | fale conosco | contato | contatos | contacte-nos
        entre em contato | anuncie | anuncie aqui | anuncie conosco | publicidade e marketing | expediente
        ficha técnica | política de privacidade | termos de uso | termos e condições | termos de serviço
        aviso legal | mapa do site | trabalhe conosco | ajuda | central de ajuda | início | página inicial
        privacidade | estatuto editorial | lei da transparência | livro de reclamações
      `),
    },
    'image-credit': {
      whole: phrases(
        'ampliar foto | ampliar imagem | galeria de fotos | foto: divulgação | divulgação | foto: reprodução',
      ),
      patterns: [
        /^(?:imagem|imagens|foto|fotos|crédito|créditos|crédito da foto|fotografia|foto de capa|reprodução|arte|ilustração|legenda) ?(?::|©|\/|\| )/,
      ],
    },
    player: {
      whole: phrases(
        'ouvir | ouça | ouça a notícia | ouvir notícia | ouça este conteúdo | assista ao vídeo | ver vídeo | ao vivo | áudio | reproduzir',
      ),
      patterns: [/^(?:ouça|ouvir) (?:este|esta|o|a) (?:artigo|conteúdo|notícia|texto|matéria|áudio|podcast)$/],
    },
    counter: {
      patterns: [
        /^tempo (?:estimado )?de leitura ?(?:: ?.{1,24}|.{0,14}0.{0,14})$/,
        /^0 ?(?:min|minutos?) (?:de )?leitura$/,
        /^(?:0[ .,]?)+(?:mil)? ?(?:visualizações|visualizaç(?:ão|ões)|visitas|acessos|leituras|compartilhamentos|partilhas|curtidas|gostos)$/,
        /^(?:visualizações|visitas|acessos|leituras) ?: ?(?:0[ .,]?)+$/,
      ],
    },
    'form-answer': {
      whole: phrases(`
        sua mensagem foi enviada | mensagem enviada com sucesso | a sua mensagem foi enviada
        obrigado por se inscrever | obrigado pela sua inscrição | obrigado por subscrever
        inscrição realizada com sucesso | ocorreu um erro. tente novamente | ocorreu um erro, tente novamente
      `),
    },
    'table-of-contents': {
      whole: phrases(`
        sumário | conteúdo | neste artigo | nesta página | índice do artigo | o que você vai encontrar
      `),
    },
    'gallery-position': {
      whole: phrases(
        'ver galeria | ver fotos | ver todas as fotos | veja as fotos | abrir galeria | tela cheia | ecrã inteiro',
      ),
      patterns: [/^(?:foto|imagem|slide) 0 de 0$/],
    },
    'click-notice': {patterns: [/^.{0,80}(?:clique|clicar|acesse|toque) (?:aqui|neste link|no link)(?: abaixo)?$/]},
    'scan-viewer': {
      whole: phrases('comunicar erro | informar erro | reportar erro | encontrou algum erro?'),
      patterns: [/^(?:encontrou|viu|achou) (?:um |algum )?erro(?: n[oae]\p{L}* \p{L}+)? ?\?.{0,80}/u],
    },
    'mail-furniture': {
      whole: phrases(
        'cancelar inscrição | cancelar a inscrição | cancelar subscrição | descadastrar | descadastre-se | ver no navegador | ver este e-mail no navegador',
      ),
      patterns: [
        /^(?:você (?:recebeu|está recebendo)|recebeu) (?:este|esse) (?:e-?mail|boletim|newsletter)(?!\p{L}).{0,120}/u,
      ],
    },
    'forum-furniture': {
      whole: phrases(
        'responder com citação | resposta rápida | denunciar mensagem | mensagem privada | tópicos semelhantes | tópicos similares | índice do fórum | novo tópico',
      ),
    },
    'wiki-furniture': {
      whole: phrases(
        'origem: wikipédia, a enciclopédia livre | editar código-fonte | [editar | editar código-fonte] | saltar para a navegação saltar para a pesquisa',
      ),
      patterns: [/^(?:esta página foi editada pela última vez|ver artigo principal:|artigo principal ?:).{0,90}/],
    },
    shop: {
      whole: phrases(
        'comprar | compre | compre agora | compre já | comprar agora | adicionar ao carrinho | compre o livro | comprar na amazon',
      ),
    },
    'sales-button': {
      whole: phrases(
        'teste grátis | experimente grátis | experimente gratuitamente | comece agora | solicite um orçamento | peça um orçamento | solicitar orçamento | agende uma demonstração',
      ),
    },
  },
}
