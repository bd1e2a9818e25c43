using Cybernetes.Api.Machinery;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Wait;

/// <summary>What <c>--for</c> waits for.</summary>
internal sealed class WaitGoal
{
    private readonly Func<Value, bool> _isMet;

    private WaitGoal(bool untilGone, Func<Value, bool> isMet) => (UntilGone, _isMet) = (untilGone, isMet);

    /// <summary>Whether the object shall be gone.</summary>
    public bool UntilGone { get; }

    /// <summary>Whether an object is as it shall be.</summary>
    public bool IsMet(Value document) => _isMet(document);

    /// <summary>Reads <c>create</c>, <c>delete</c>, <c>condition=Ready[=False]</c> or <c>jsonpath={…}[=value]</c>.</summary>
    /// <exception cref="KubectlException">It is none of these.</exception>
    public static WaitGoal Parse(string text)
    {
        if (text == "delete")
        {
            return new(true, static _ => false);
        }

        if (text == "create")
        {
            return new(false, static _ => true);
        }

        if (text.StartsWith("condition=", StringComparison.Ordinal))
        {
            var parts = text["condition=".Length..].Split('=', 2);
            return Condition(parts[0], parts.Length > 1 ? parts[1] : "true");
        }

        return text.StartsWith("jsonpath=", StringComparison.Ordinal)
            ? Path(text["jsonpath=".Length..].Trim('\''))
            : throw KubectlException.Error($"unrecognized condition: \"{text}\"");
    }

    // A condition counts only when it speaks of the present generation.
    private static WaitGoal Condition(string type, string status) => new(false, document => document.At("status", "conditions").Items.Any(one =>
        string.Equals(one["type"].AsString, type, StringComparison.OrdinalIgnoreCase)
        && string.Equals(one["status"].AsString, status, StringComparison.OrdinalIgnoreCase)
        && !(one["observedGeneration"].AsInteger < document.At("metadata", "generation").AsInteger)));

    private static WaitGoal Path(string text)
    {
        var end = text.LastIndexOf('}');
        var equals = text.IndexOf('=', Math.Max(end, 0));
        var expression = equals < 0 ? text : text[..equals];
        var wanted = equals < 0 ? null : text[(equals + 1)..].Trim('"');
        try
        {
            var path = JsonPath.ParseRelaxed(expression.Trim('\''));
            return new(false, document => path.FindAll(document, allowMissingKeys: true) is { Count: > 0 } found && (wanted is null || JsonPath.Text(found[0]) == wanted));
        }
        catch (JsonPathException e)
        {
            throw KubectlException.Error(e.Message);
        }
    }
}
