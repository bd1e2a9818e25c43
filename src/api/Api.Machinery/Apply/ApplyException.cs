namespace Cybernetes.Api.Machinery;

/// <summary>An applied configuration that does not fit the schema; upstream answers 500 with the message.</summary>
public sealed class ApplyException(string message) : Exception(message);

/// <summary>A request to apply that is wrong in itself: 400.</summary>
public sealed class ApplyRequestException(string message) : Exception(message);

/// <summary>One field that another manager owns.</summary>
/// <param name="Manager">The other manager, as messages show it.</param>
/// <param name="Path">The field, as messages show it.</param>
public sealed record ApplyConflict(string Manager, string Path);

/// <summary>Other managers own fields with other values: 409 with a cause for each.</summary>
public sealed class ApplyConflictException(IReadOnlyList<ApplyConflict> conflicts) : Exception(Describe(conflicts))
{
    /// <summary>Every field in conflict.</summary>
    public IReadOnlyList<ApplyConflict> Conflicts { get; } = conflicts;

    private static string Describe(IReadOnlyList<ApplyConflict> conflicts)
    {
        if (conflicts.Count == 1)
        {
            return $"Apply failed with 1 conflict: conflict with {conflicts[0].Manager}: {conflicts[0].Path}";
        }

        var lines = conflicts.GroupBy(conflict => conflict.Manager).SelectMany(group => group.Select(conflict => $"- {conflict.Path}").Prepend($"conflicts with {group.Key}:"));
        return $"Apply failed with {conflicts.Count} conflicts: {string.Join('\n', lines)}";
    }
}
