package studio.backlot.ui.widget;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// The texts of one room in the language of the person: `words.properties` in the room's folder,
/// `words_es.properties` over it for Spanish.
///
/// A text that is missing shows as its key in angle brackets, so that it is seen and found.
public final class Words {
    private final String room;
    private final Properties texts;
    private final Locale locale;

    /// By their texts: a list that is scrolled asks for hundreds in each pulse, and reading a
    /// pattern takes longer than filling it.
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private final NumberFormat numbers;
    private final DateTimeFormatter times;
    private final DateTimeFormatter days;

    private Words(String room, Properties texts, Locale locale) {
        this.room = room;
        this.texts = texts;
        this.locale = locale;
        numbers = NumberFormat.getIntegerInstance(locale);
        times = pattern("HH:mm", locale);
        days = pattern("d MMM", locale);
    }

    private static DateTimeFormatter pattern(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(ZoneId.systemDefault());
    }

    /// The texts of a room of the window, such as `shell`.
    public static Words of(String room, Locale locale) {
        var texts = new Properties();
        for (String name : List.of("words", "words_" + locale.getLanguage())) {
            String path = "/studio/backlot/ui/" + room + "/" + name + ".properties";
            try (InputStream in = Words.class.getResourceAsStream(path)) {
                if (in != null) {
                    texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the texts " + path + " cannot be read", e);
            }
        }
        return new Words(room, texts, locale);
    }

    /// The text of that key, its `{0}`, `{1}` … filled in.
    public String get(String key, Object... values) {
        String text = Optional.ofNullable(texts.getProperty(key)).orElseGet(() -> "<" + key + ">");
        MessageFormat format =
                formats.computeIfAbsent(text, pattern -> new MessageFormat(pattern, locale));
        synchronized (format) {
            return format.format(values);
        }
    }

    /// Whether there is a text of that key.
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /// A number as the language writes it.
    public String number(long number) {
        synchronized (numbers) {
            return numbers.format(number);
        }
    }

    /// Hours and minutes in this machine's zone.
    public String time(Instant instant) {
        return times.format(instant);
    }

    /// Day and month in this machine's zone.
    public String day(Instant instant) {
        return days.format(instant);
    }

    /// The room whose texts these are, such as `shell`.
    public String room() {
        return room;
    }

    public Locale locale() {
        return locale;
    }
}
