package studio.backlot.clearance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which Latin letters a character may stand for: those it resembles (after the confusables of
/// Unicode Technical Standard 39, cut to what looks like a Latin letter) and those it is commonly
/// written with, as *ue* for ü.
final class LookAlikes {
    /// Pairs of a Latin letter and the characters that look like it, in small letters or capitals.
    private static final String[] SHAPES = {
        "a", "аɑαᴀａ4@ΑАᎪӑաª⍺ꓮ",
        "b", "ьвβᏴʙΒВ8ƅЬꓐᖯ",
        "c", "сϲᴄСϹᏟⅽꓚ¢",
        "d", "ԁᴅⅾᎠꓓժɖɗ",
        "e", "еєεᴇΕЕ3€ᎬҽꓰҿəℯɛЄ",
        "f", "ꜰƒϝꓝғ",
        "g", "ɡɢԍցᏀ69ɠꓖ",
        "h", "һнʜΗНᎻհꓧħη",
        "i", "іıɪιΙІ1!|Ꭵӏɩꓲl",
        "j", "јᴊЈᎫϳյꓙ",
        "k", "кκᴋΚКᏦꓗқ",
        "l", "ӏⅼʟ1|!ᏞΙІIꓡ£ł",
        "m", "мᴍΜМᎷⅿꓟ",
        "n", "ηпɴΝոհꓠиŋ",
        "o", "оοᴏΟО0օσσ௦੦ꓳ○◯",
        "p", "рρᴘΡРᏢꓑ",
        "q", "ԛգզ9Ԛ",
        "r", "гʀᏒꭇꓣɾ",
        "s", "ѕꜱЅ5$ᏚꓢʂՏ",
        "t", "тτᴛΤТ7+ᎢꓔŧՒ",
        "u", "υᴜսцμ𐓶ꓴʋՍ",
        "v", "νѵᴠᏙⅴꓦ",
        "w", "ѡԝᴡωաᎳꓪш",
        "x", "хχΧХⅹꓫ×",
        "y", "уүγʏΥУҮᎩꓬ¥",
        "z", "ᴢΖᏃꓜ2ʐ",
    };

    /// Characters and the ways they are spelled without the character, the plainest first.
    private static final String[][] SPELLINGS = {
        {"ä", "a", "ae"},
        {"ö", "o", "oe"},
        {"ü", "u", "ue"},
        {"å", "a", "aa"},
        {"ø", "o", "oe"},
        {"æ", "ae", "a", "e"},
        {"œ", "oe", "o", "e"},
        {"ß", "ss", "s"},
        {"þ", "th", "p", "t"},
        {"ð", "d", "th"},
        {"đ", "d", "dj"},
        {"ł", "l"},
        {"ı", "i"},
        {"ŋ", "n", "ng"},
        {"ħ", "h"},
        {"ŧ", "t"},
        {"ĸ", "k"},
    };

    private final Map<Integer, List<String>> spellings = new HashMap<>();
    private final Map<Integer, List<String>> resembled = new HashMap<>();

    LookAlikes() {
        for (String[] spelling : SPELLINGS) {
            spellings.put(
                    spelling[0].codePointAt(0), List.of(spelling).subList(1, spelling.length));
        }
        for (int i = 0; i < SHAPES.length; i += 2) {
            String letter = SHAPES[i];
            SHAPES[i + 1]
                    .codePoints()
                    .forEach(shape ->
                            resembled.computeIfAbsent(shape, key -> new ArrayList<>()).add(letter));
        }
    }

    /// How a small letter is written without its own sign, the plainest first; none for most.
    List<String> spellings(int letter) {
        return spellings.getOrDefault(letter, List.of());
    }

    /// The Latin letters that a character looks like; none for most.
    List<String> resembled(int character) {
        if (character >= 0x1f1e6 && character <= 0x1f1ff) {
            return List.of(letter(character - 0x1f1e6));
        }
        if (character >= 0x1f150 && character <= 0x1f169) {
            return List.of(letter(character - 0x1f150));
        }
        if (character >= 0x1f170 && character <= 0x1f189) {
            return List.of(letter(character - 0x1f170));
        }
        return resembled.getOrDefault(character, List.of());
    }

    private static String letter(int ordinal) {
        return String.valueOf((char) ('a' + ordinal));
    }
}
