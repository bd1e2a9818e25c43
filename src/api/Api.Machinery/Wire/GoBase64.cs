namespace Cybernetes.Api.Machinery;

/// <summary>Where Go's decoder stops in text that is not base64.</summary>
internal static class GoBase64
{
    /// <summary>The place that Go's error names.</summary>
    public static int FirstWrong(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            for (var j = 0; j < 4; j++)
            {
                if (at == text.Length)
                {
                    return j == 0 ? at : at - j;
                }

                var c = text[at++];
                if (c is '\n' or '\r')
                {
                    j--;
                }
                else if (c == '=')
                {
                    return Padding(text, at, j);
                }
                else if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '/'))
                {
                    return at - 1;
                }
            }
        }

        return at;
    }

    // Behind the first "=": one more where two are due, then nothing.
    private static int Padding(string text, int at, int place)
    {
        if (place < 2)
        {
            return at - 1;
        }

        if (place == 2)
        {
            at = Skip(text, at);
            if (at == text.Length)
            {
                return text.Length;
            }

            if (text[at] != '=')
            {
                return at - 1;
            }

            at++;
        }

        return Skip(text, at);
    }

    private static int Skip(string text, int at)
    {
        while (at < text.Length && text[at] is '\n' or '\r')
        {
            at++;
        }

        return at;
    }
}
