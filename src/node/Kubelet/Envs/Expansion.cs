using System.Text;

namespace Cybernetes.Kubelet.Envs;

/// <summary>Expands <c>$(NAME)</c> references; <c>$$</c> stands for a dollar sign, an unknown name stays as it is written. Pure.</summary>
internal static class Expansion
{
    public static string Expand(string input, Func<string, string?> lookup)
    {
        if (!input.Contains('$'))
        {
            return input;
        }

        var result = new StringBuilder(input.Length);
        for (var i = 0; i < input.Length; i++)
        {
            if (input[i] != '$' || i + 1 == input.Length)
            {
                result.Append(input[i]);
                continue;
            }

            switch (input[i + 1])
            {
                case '$':
                    result.Append('$');
                    i++;
                    break;
                case '(' when input.IndexOf(')', i + 2) is var end and > 0:
                    var name = input[(i + 2)..end];
                    result.Append(lookup(name) ?? $"$({name})");
                    i = end;
                    break;
                case '(':
                    result.Append("$(");
                    i++;
                    break;
                default:
                    result.Append('$').Append(input[i + 1]);
                    i++;
                    break;
            }
        }

        return result.ToString();
    }
}
