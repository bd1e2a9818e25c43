using Cybernetes.Api.Machinery;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Metadata;

/// <summary><c>kubectl annotate</c>.</summary>
public sealed class AnnotateCommand() : MetadataCommand("annotate", "annotations", "[--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version] [options]")
{
    /// <inheritdoc/>
    protected override string Done(bool added, bool removed) => "annotated";

    /// <inheritdoc/>
    protected override void Check(string key, string? value)
    {
        if (Names.QualifiedName(key) is [var first, ..])
        {
            throw KubectlException.Error($"invalid annotation key: \"{key}\": {first}");
        }
    }
}
