using System.Text;

namespace Cybernetes.Api.Machinery;

/// <summary>The order in which upstream's YAML library writes keys: letters after other characters, digits as numbers.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y) => x == y ? 0 : Less([.. x!.EnumerateRunes()], [.. y!.EnumerateRunes()]) ? -1 : 1;

    private static bool Less(Rune[] left, Rune[] right)
    {
        var digits = false;
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            if (left[i] == right[i])
            {
                digits = Rune.IsDigit(left[i]);
                continue;
            }

            var (leftLetter, rightLetter) = (Rune.IsLetter(left[i]), Rune.IsLetter(right[i]));
            if (leftLetter && rightLetter)
            {
                return left[i] < right[i];
            }

            if (leftLetter || rightLetter)
            {
                return digits ? leftLetter : rightLetter;
            }

            return LessNumber(left, right, i);
        }

        return left.Length < right.Length;
    }

    private static bool LessNumber(Rune[] left, Rune[] right, int at)
    {
        long leftNumber = 0, rightNumber = 0;
        if (left[at].Value == '0' || right[at].Value == '0')
        {
            for (var i = at - 1; i >= 0 && Rune.IsDigit(left[i]); i--)
            {
                if (left[i].Value != '0')
                {
                    (leftNumber, rightNumber) = (1, 1);
                    break;
                }
            }
        }

        var leftEnd = Number(left, at, ref leftNumber);
        var rightEnd = Number(right, at, ref rightNumber);
        return leftNumber != rightNumber ? leftNumber < rightNumber : leftEnd != rightEnd ? leftEnd < rightEnd : left[at] < right[at];
    }

    private static int Number(Rune[] text, int at, ref long number)
    {
        for (; at < text.Length && Rune.IsDigit(text[at]); at++)
        {
            number = unchecked((number * 10) + (text[at].Value - '0'));
        }

        return at;
    }
}
