"""The words of which headers are made, by what they mean, in the languages of the tables that people keep."""

WORDS: dict[str, str] = {
    "question": (
        "question questions quetion quesion qestion questoin stem prompt query problem ques quest q item frage fragen "
        "fragetext fragestellung "
        "questionnaire enonce intitule pregunta preguntas enunciado pergunta perguntas questao domanda domande "
        "quesito vraag vragen fraga fragor sporsmal sporgsmal pytanie pytania otazka kysymys soru вопрос вопросы "
        "питання 问题 题目 質問 問題 문제 질문 питање питања "
        "kerdes kerdesek intrebare intrebari intrebarea ερωτηση ερωτησεις سؤال السؤال الأسئلة پرسش سوال שאלה "
        "שאלות प्रश्न सवाल soal pertanyaan soalan 設問 問題文 设问 题干 試題 문항 pitanje pitanja въпрос въпроси вопроса "
        "klausimas kusimus jautajums คำถาม kysymykset otazky tanong swali vprasanje"
    ),
    "answer": (
        "answer ans answ awnser anwser answear asnwer anser response "
        "antwort reponse respuesta resposta risposta antwoord svar odpowiedz odpoved vastaus "
        "cevap yanit ответ відповідь 答案 回答 답 "
        "valasz raspuns raspunsul απαντηση απαντησεις جواب الجواب إجابة الإجابة پاسخ תשובה उत्तर जवाब jawaban "
        "答え 解答 답안 odgovor одговор отговор отговори atsakymas vastus atbilde คำตอบ sagot jibu svaret"
    ),
    "answers": (
        "answers responses antworten antwortmoeglichkeiten antwortmoglichkeiten antwortoptionen reponses respuestas "
        "respostas risposte antwoorden odpowiedzi ответы "
        "valaszok raspunsuri תשובות svarene"
    ),
    "option": (
        "option opt op choice alternative auswahl wahl proposition choix opcion opcao alternativa opzione scelta "
        "optie keuze antwortmoglichkeit antwortoption alternativ vaihtoehto secenek sik вариант candidate possibility "
        "选项 選択肢 보기 "
        "varianta variante επιλογη خيار الخيار الاختيار اختيار گزینه אפשרות विकल्प pilihan svarmulighed "
        "svaralternativ svarsalternativ seçenek şık şıkkı şikki siki вариант варіант опция opcija moznost "
        "variantas valik tel ตัวเลือก lehetoseg valaszlehetoseg 选择 選項 선택지 지문 moznosti"
    ),
    "options": (
        "options opts choices alternatives optionen auswahlmoglichkeiten propositions opciones opcoes alternativas "
        "opzioni scelte opties keuzes secenekler варианты candidates possibilities answerchoices answeroptions "
        "optiuni επιλογες خيارات الخيارات варианти варіанти opcije valikud pilihanganda"
    ),
    "correct": (
        "correct corect right true valid richtig richtige richtiger korrekt korrekte bonne correcte juste "
        "vraie correcta "
        "correcto correctas verdadera certa correta corretta giusta esatta juist juiste ratt korrekte poprawna "
        "prawidlowa spravna oikea dogru правильный правильная dung верный верная правильні 正确 正解 정답 "
        "helyes corect corecta corectă σωστη σωστο صحيح الصحيح الصحيحة صحيحة درست נכונה נכון सही benar betul "
        "tacan тачан rigtig rigtigt rigtige riktig riktige riktigt tocan točan tocno верен "
        "верния правилния правильна вірна "
        "teisingas oige õige pareizi ถูก tama sahihi pravilen pravilni 正答 正しい 정답번호"
    ),
    "wrong": (
        "wrong incorrect false bad distractor falsch falsche falscher mauvaise fausse incorrecte incorrecta incorreta "
        "errada sbagliata errata onjuist fout foute fel bledna yanlis неправильный неверный sai "
        "helytelen hibas gresit λαθος خطأ غلط שגויה गलत salah forkert feil netocan грешен"
    ),
    "wrongs": "distractors distraktoren distracteurs distractores distrattori incorrects",
    "key": (
        "key clave gabarito schlussel schluessel cle chiave sleutel cop "
        "kunci κλειδι مفتاح מפתח कुंजी klic kljuc ključ ключ 키"
    ),
    "why": (
        "why explanation explanations rationale feedback reason reasoning justification exp expl comment remark "
        "erklarung erklaerung begrundung begruendung warum explication justificatif pourquoi explicacion "
        "justificacion retroalimentacion explicacao justificativa comentario spiegazione motivazione uitleg "
        "toelichting forklaring wyjasnienie vysvetleni aciklama объяснение пояснение 解析 解説 해설 "
        "steps schritte etapes pasos "
        "magyarazat explicatie εξηγηση شرح الشرح تفسير توضیح הסבר व्याख्या स्पष्टीकरण pembahasan penjelasan "
        "forklaring forklaringen perustelu vysvetlenie objasnjenje обяснение пояснення selitys pedagogique 설명 "
        "解釈 説明 komentar"
    ),
    "points": "points point punkte punkt score weight fraction grade pts баллы puntos pontos punti",
    "solution": "solution loesung losung solucion solucao soluzione oplossing losning rozwiazanie решение",
    "hint": (
        "hint hints clue tip tipp hinweis hilfe indice astuce pista dica suggerimento ledtrad wskazowka подсказка "
        "vihje napoveda ipucu petunjuk संकेत רמז υποδειξη 힌트 ヒント 提示 підказка"
    ),
    "mistakes": "mistakes fehler erreurs errores erros errori",
    "difficulty": (
        "difficulty dificulty level schwierigkeit schwierigkeitsgrad niveau difficulte dificultad nivel dificuldade "
        "difficolta "
        "livello moeilijkheid svarighetsgrad poziom zorluk сложность 难度 "
        "nehezseg dificultate δυσκολια صعوبة קושי कठिनाई kesulitan sværhedsgrad vaikeustaso obtiznost "
        "сложность складність 난이도 難易度 難度"
    ),
    "pool": "pool",
    "excerpt": "excerpt passage auszug extrait fragmento",
    "id": "id ids uid uuid identifier kennung identifiant identificador qid",
    "number": (
        "number num no nr numero nummer numer index idx position pos letter buchstabe lettre letra lettera code номер "
        "n 番号 번호 编号 序号 № sorszam αριθμος رقم الرقم מספר क्रमांक क्रम nomor номер stt"
    ),
    "text": (
        "text texte texto testo value content body inhalt wording "
        "szoveg κειμενο نص النص טקסט पाठ teks teksti tekst текст 文 내용 besedilo"
    ),
    "name": "title titel titre titulo name",
    "label": "label",
    "": "the of is are a which possible der die das le la les el los de du des di il lo i da do für fur pour para per "
    "and or und mc mcq quiz",
}
"""Words without accents, in lower case; those of the empty name say nothing."""

PHRASES = {
    "cau hoi": "question",
    "dap an": "answer",
    "cau tra loi": "answer",
    "lua chon": "option",
    "phuong an": "option",
    "giai thich": "explanation",
    "loi giai": "solution",
    "goi y": "hint",
    "do kho": "difficulty",
}
"""What several words say together that none of them says alone, as in Vietnamese, by a word that says the same."""

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
