using System.Text;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What is right and wrong for CEL expressions in objects.</summary>
internal static class CelExpressionRules
{
    /// <summary>Adds what is wrong with an expression whose result must be one of some types; none for any.</summary>
    public static void Validate(string expression, IReadOnlyDictionary<string, CelType> names, FieldPath path, ErrorList errors, params ReadOnlySpan<CelType> results)
    {
        if (Problem(expression, names, results) is { } problem)
        {
            errors.Invalid(path, expression, problem);
        }
    }

    /// <summary>What is wrong with an expression; null for nothing.</summary>
    public static string? Problem(string expression, IReadOnlyDictionary<string, CelType> names, params ReadOnlySpan<CelType> results)
    {
        var issues = new List<CelIssue>();
        var node = CelParser.Parse(expression, issues);
        var type = node is null ? CelType.Dyn : new CelChecker(names, issues).Check(node);
        if (issues.Count > 0)
        {
            return "compilation failed: " + Text(expression, issues);
        }

        foreach (var result in results)
        {
            if (type == result || type.IsDyn)
            {
                return null;
            }
        }

        return results.Length switch
        {
            0 => null,
            1 => $"must evaluate to {results[0]} but got {type}",
            _ => $"must evaluate to one of [{string.Join(' ', results.ToArray().Select(result => result.ToString()))}]",
        };
    }

    private static string Text(string expression, List<CelIssue> issues)
    {
        var lines = expression.Split('\n');
        var text = new StringBuilder();
        foreach (var issue in issues.OrderBy(issue => issue.Line).ThenBy(issue => issue.Column))
        {
            text.Append(text.Length > 0 ? "\n" : "").Append($"ERROR: <input>:{issue.Line}:{issue.Column + 1}: {issue.Text}");
            if (expression.Length > 0)
            {
                text.Append("\n | ").Append(lines[issue.Line - 1].Replace('\t', ' ')).Append("\n | ").Append('.', issue.Column).Append('^');
            }
        }

        return text.ToString();
    }
}
