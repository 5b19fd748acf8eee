"""The words of which headers are made, by what they mean, in the languages of the tables that people keep."""

WORDS: dict[str, str] = {
    "question": (
        "question questions quetion quesion qestion questoin stem prompt query problem ques quest q item frage fragen "
        "fragetext fragestellung "
        "questionnaire enonce intitule pregunta preguntas enunciado pergunta perguntas questao domanda domande "
        "quesito vraag vragen fraga fragor sporsmal sporgsmal pytanie pytania otazka kysymys soru вопрос вопросы "
        "питання 问题 题目 質問 問題 문제 질문"
    ),
    "answer": (
        "answer ans answ awnser anwser answear asnwer anser response "
        "antwort reponse respuesta resposta risposta antwoord svar odpowiedz odpoved vastaus "
        "cevap yanit ответ відповідь 答案 回答 답"
    ),
    "answers": (
        "answers responses antworten antwortmoeglichkeiten antwortmoglichkeiten antwortoptionen reponses respuestas "
        "respostas risposte antwoorden odpowiedzi ответы"
    ),
    "option": (
        "option opt op choice alternative auswahl wahl proposition choix opcion opcao alternativa opzione scelta "
        "optie keuze antwortmoglichkeit antwortoption alternativ vaihtoehto secenek sik вариант candidate possibility "
        "选项 選択肢 보기"
    ),
    "options": (
        "options opts choices alternatives optionen auswahlmoglichkeiten propositions opciones opcoes alternativas "
        "opzioni scelte opties keuzes secenekler варианты candidates possibilities answerchoices answeroptions"
    ),
    "correct": (
        "correct corect right true valid richtig richtige richtiger korrekt korrekte bonne correcte juste "
        "vraie correcta "
        "correcto correctas verdadera certa correta corretta giusta esatta juist juiste ratt korrekte poprawna "
        "prawidlowa spravna oikea dogru правильный правильная верный верная правильні 正确 正解 정답"
    ),
    "wrong": (
        "wrong incorrect false bad distractor falsch falsche falscher mauvaise fausse incorrecte incorrecta incorreta "
        "errada sbagliata errata onjuist fout foute fel bledna yanlis неправильный неверный"
    ),
    "wrongs": "distractors distraktoren distracteurs distractores distrattori incorrects",
    "key": "key clave gabarito schlussel schluessel cle chiave sleutel cop",
    "why": (
        "why explanation explanations rationale feedback reason reasoning justification exp expl comment remark "
        "erklarung erklaerung begrundung begruendung warum explication justificatif pourquoi explicacion "
        "justificacion retroalimentacion explicacao justificativa comentario spiegazione motivazione uitleg "
        "toelichting forklaring wyjasnienie vysvetleni aciklama объяснение пояснение 解析 解説 해설 "
        "steps schritte etapes pasos"
    ),
    "solution": "solution loesung losung solucion solucao soluzione oplossing losning rozwiazanie решение",
    "hint": "hint hints clue tip tipp hinweis hilfe indice astuce pista dica suggerimento ledtrad wskazowka подсказка",
    "mistakes": "mistakes fehler erreurs errores erros errori",
    "difficulty": (
        "difficulty dificulty level schwierigkeit schwierigkeitsgrad niveau difficulte dificultad nivel dificuldade "
        "difficolta "
        "livello moeilijkheid svarighetsgrad poziom zorluk сложность 难度"
    ),
    "pool": "pool",
    "excerpt": "excerpt passage auszug extrait fragmento",
    "id": "id ids uid uuid identifier kennung identifiant identificador qid",
    "number": (
        "number num no nr numero nummer numer index idx position pos letter buchstabe lettre letra lettera code номер n"
    ),
    "text": "text texte texto testo value content body inhalt wording",
    "name": "title titel titre titulo name",
    "label": "label",
    "": "the of is a der die das le la les el los de du des di il lo i da do für fur pour para per and or und "
    "mc mcq quiz",
}
"""Words without accents, in lower case; those of the empty name say nothing."""

CARDINALS = {
    word: number
    for number, words in enumerate(
        (
            "one eins ein un une uno una um uma",
            "two zwei deux dos due dois duas",
            "three drei trois tres tre",
            "four vier quatre cuatro quattro quatro",
            "five funf fuenf cinq cinco cinque",
            "six sechs seis sei",
        ),
        start=1,
    )
    for word in words.split()
}
"""Words that count, without accents: whether from 0 or from 1, they do not say."""

_GERMAN = ("erst", "zweit", "dritt", "viert", "funft", "fuenft", "sechst")
_PLACES = (1, 2, 3, 4, 5, 5, 6)
ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "first premier premiere primer primera primero primo prima primeiro primeira",
            "second deuxieme second seconde segundo segunda secondo seconda",
            "third troisieme tercer tercero tercera terzo terza terceiro terceira",
            "fourth quatrieme cuarto cuarta quarto quarta",
            "fifth cinquieme quinto quinta",
            "sixth sixieme sexto sexta sesto sesta",
        ),
        start=1,
    )
    for word in words.split()
} | {
    f"{stem}{ending}": number
    for stem, number in zip(_GERMAN, _PLACES, strict=True)
    for ending in ("e", "er", "es", "en", "em")
}
"""Words that say the place, without accents: the first one is 1."""

LABELS = CARDINALS | ORDINALS
"""Words that number an option."""

DIFFICULTIES = {
    word: name
    for name, words in {
        "easy": "easy leicht einfach facile facil simple beginner makkelijk latwy",
        "medium": "medium mittel moyen moyenne medio media intermediate moderate normal gemiddeld",
        "hard": "hard schwer schwierig difficile dificil difficult advanced moeilijk trudny",
    }.items()
    for word in words.split()
}
"""Degrees of difficulty as tables name them, and the format's name of each."""
