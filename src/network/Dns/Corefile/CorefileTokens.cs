using System.Text;

namespace Cybernetes.Dns.Corefile;

/// <summary>A word of a Corefile and where it stands.</summary>
public readonly record struct CorefileToken(string Text, string File, int Line, bool Quoted = false);

/// <summary>Splits a Corefile into words: quotes, escapes, comments, {$NAME} and {%NAME%} from the environment.</summary>
public static class CorefileTokens
{
    /// <summary>All words of the text.</summary>
    public static List<CorefileToken> Split(string text, string file, Func<string, string?> environment)
    {
        var tokens = new List<CorefileToken>();
        var word = new StringBuilder();
        var line = 1;
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (c == '\n')
            {
                line++;
                i++;
            }
            else if (char.IsWhiteSpace(c) || c == '\uFEFF')
            {
                i++;
            }
            else if (c == '#')
            {
                while (i < text.Length && text[i] != '\n')
                {
                    i++;
                }
            }
            else if (c == '"')
            {
                var start = line;
                word.Clear();
                for (i++; i < text.Length && text[i] != '"'; i++)
                {
                    if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] == '"')
                    {
                        i++;
                    }
                    else if (text[i] == '\n')
                    {
                        line++;
                    }

                    word.Append(text[i]);
                }

                i++;
                tokens.Add(new CorefileToken(Expand(word.ToString(), environment), file, start, true));
            }
            else
            {
                word.Clear();
                for (; i < text.Length && !char.IsWhiteSpace(text[i]); i++)
                {
                    word.Append(text[i]);
                }

                tokens.Add(new CorefileToken(Expand(word.ToString(), environment), file, line));
            }
        }

        return tokens;
    }

    private static string Expand(string word, Func<string, string?> environment) =>
        Expand(Expand(word, "{$", "}", environment), "{%", "%}", environment);

    private static string Expand(string word, string open, string close, Func<string, string?> environment)
    {
        for (var from = word.IndexOf(open, StringComparison.Ordinal); from >= 0; from = word.IndexOf(open, from, StringComparison.Ordinal))
        {
            var to = word.IndexOf(close, from + open.Length, StringComparison.Ordinal);
            if (to < 0)
            {
                break;
            }

            var value = environment(word[(from + open.Length)..to]) ?? "";
            word = word[..from] + value + word[(to + close.Length)..];
            from += value.Length;
        }

        return word;
    }
}
