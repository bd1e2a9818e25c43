using System.Collections.Immutable;
using Cybernetes.Base.Flags;

namespace Cybernetes.Kubectl.Resources;

/// <summary><c>-f</c> and <c>-R</c>.</summary>
public sealed class FileFlags(FlagSet flags)
{
    private readonly Flag<ImmutableArray<string>> _names = flags.Strings("filename", default, "The files that contain the configurations.", 'f');
    private readonly Flag<bool> _recursive = flags.Bool("recursive", false, "Process the directory used in -f, --filename recursively.", 'R');

    /// <summary>The files.</summary>
    public IReadOnlyList<string> Names => _names.Value;

    /// <summary>Whether directories are read with all that is below.</summary>
    public bool Recursive => _recursive.Value;
}
