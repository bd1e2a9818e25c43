namespace Cybernetes.ApiServer.Authorization;

/// <summary>Several errors as one text, as upstream's aggregate prints them.</summary>
public static class AggregateErrors
{
    /// <summary>One error stands alone; several stand in brackets, each once.</summary>
    public static string Join(IEnumerable<string> errors)
    {
        string[] distinct = [.. errors.Distinct(StringComparer.Ordinal)];
        return distinct.Length == 1 ? distinct[0] : $"[{string.Join(", ", distinct)}]";
    }
}
