namespace Cybernetes.Client;

/// <summary>What may be said with a create, update or patch. Immutable.</summary>
public sealed record WriteOptions
{
    /// <summary>Nothing said.</summary>
    public static WriteOptions None { get; } = new();

    /// <summary>Everything is done but nothing is stored.</summary>
    public bool DryRun { get; init; }

    /// <summary>The field manager; empty leaves it to the server, which takes the user agent.</summary>
    public string FieldManager { get; init; } = "";

    /// <summary>Strict, Warn or Ignore; empty leaves it to the server.</summary>
    public string FieldValidation { get; init; } = "";

    /// <summary>An apply takes over fields of other managers.</summary>
    public bool Force { get; init; }

    internal IReadOnlyList<KeyValuePair<string, string>> ToQuery()
    {
        if (ReferenceEquals(this, None))
        {
            return [];
        }

        var query = new List<KeyValuePair<string, string>>();
        if (DryRun)
        {
            query.Add(new("dryRun", "All"));
        }

        if (FieldManager.Length > 0)
        {
            query.Add(new("fieldManager", FieldManager));
        }

        if (FieldValidation.Length > 0)
        {
            query.Add(new("fieldValidation", FieldValidation));
        }

        if (Force)
        {
            query.Add(new("force", "true"));
        }

        return query;
    }
}
