namespace Cybernetes.Pki;

/// <summary>
/// A value made from files, made again when one of them changes. Looks at the files at most once a period, on use; a broken new
/// version is reported and the old value stays. Thread safe.
/// </summary>
public sealed class ReloadingFile<T>(IReadOnlyList<string> paths, Func<T> load, TimeProvider time, TimeSpan period, Action<Exception>? onError = null)
    where T : class
{
    private readonly Lock _gate = new();
    private volatile State? _state;

    /// <summary>The value; the first use throws what loading throws.</summary>
    public T Current
    {
        get
        {
            var state = _state;
            if (state is not null && time.GetElapsedTime(state.CheckedAt) < period)
            {
                return state.Value;
            }
            lock (_gate)
            {
                return Refresh();
            }
        }
    }

    private T Refresh()
    {
        var state = _state;
        if (state is not null && time.GetElapsedTime(state.CheckedAt) < period)
        {
            return state.Value;
        }
        var stamp = string.Join(';', paths.Select(Stamp));
        if (state is not null && state.Stamp == stamp)
        {
            _state = state with { CheckedAt = time.GetTimestamp() };
            return state.Value;
        }
        try
        {
            _state = new State(load(), stamp, time.GetTimestamp());
        }
        catch (Exception e) when (state is not null)
        {
            onError?.Invoke(e);
            _state = state with { CheckedAt = time.GetTimestamp() };
        }
        return _state!.Value;
    }

    // Projected volumes swap a symbolic link, so the target's own time and length are what tells versions apart.
    private static string Stamp(string path)
    {
        var file = new FileInfo(path);
        var target = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        return target.Exists ? $"{target.FullName}:{target.LastWriteTimeUtc.Ticks}:{target.Length}" : "-";
    }

    private sealed record State(T Value, string Stamp, long CheckedAt);
}
