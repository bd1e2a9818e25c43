using System.Text;

namespace Cybernetes.Base.Health;

/// <summary>
/// The checks behind one health path (<c>healthz</c>, <c>livez</c> or <c>readyz</c>), in order of addition, and its page in upstream's text.
/// Checks may be added while it runs.
/// </summary>
public sealed class HealthChecks(string path)
{
    private volatile HealthCheck[] _checks = [];
    private readonly Lock _gate = new();

    /// <summary>The path's name, without slash.</summary>
    public string Path { get; } = path;

    /// <summary>The names of the checks.</summary>
    public IReadOnlyList<string> Names => [.. _checks.Select(c => c.Name)];

    /// <summary>Adds checks at the end.</summary>
    public void Add(params ReadOnlySpan<HealthCheck> checks)
    {
        lock (_gate)
        {
            _checks = [.. _checks, .. checks];
        }
    }

    /// <summary>The page of the path itself; always in full when a check fails.</summary>
    public async ValueTask<HealthPage> CheckAllAsync(bool verbose, IEnumerable<string> exclude, CancellationToken cancellationToken)
    {
        var excluded = new HashSet<string>(exclude.Where(e => e.Length > 0), StringComparer.Ordinal);
        var text = new StringBuilder();
        var failures = new List<string>();
        foreach (var check in _checks)
        {
            if (excluded.Remove(check.Name))
            {
                text.Append("[+]").Append(check.Name).Append(" excluded: ok\n");
            }
            else if (await RunAsync(check, cancellationToken).ConfigureAwait(false) is { } reason)
            {
                text.Append("[-]").Append(check.Name).Append(" failed: reason withheld\n");
                failures.Add($"[-]{check.Name} failed: {reason}");
            }
            else
            {
                text.Append("[+]").Append(check.Name).Append(" ok\n");
            }
        }
        if (excluded.Count > 0)
        {
            text.Append("warn: some health checks cannot be excluded: no matches for ")
                .AppendJoin(",", excluded.Select(e => $"\"{e}\"")).Append('\n');
        }
        if (failures.Count > 0)
        {
            return new HealthPage(500, $"{text}{Path} check failed\n", failures);
        }
        return new HealthPage(200, verbose ? $"{text}{Path} check passed\n" : "ok", []);
    }

    /// <summary>The page of one check (<c>/readyz/ping</c>), or null when there is none of that name.</summary>
    public async ValueTask<HealthPage?> CheckOneAsync(string name, CancellationToken cancellationToken)
    {
        var check = Array.Find(_checks, c => c.Name == name);
        if (check is null)
        {
            return null;
        }
        return await RunAsync(check, cancellationToken).ConfigureAwait(false) is { } reason
            ? new HealthPage(500, $"internal server error: {reason}\n", [$"[-]{name} failed: {reason}"])
            : new HealthPage(200, "ok", []);
    }

    private static async ValueTask<string?> RunAsync(HealthCheck check, CancellationToken cancellationToken)
    {
        try
        {
            return await check.Check(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return e.Message;
        }
    }
}
