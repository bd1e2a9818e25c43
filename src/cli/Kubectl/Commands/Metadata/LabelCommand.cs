using Cybernetes.Api.Machinery;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Metadata;

/// <summary><c>kubectl label</c>.</summary>
public sealed class LabelCommand() : MetadataCommand("label", "labels", "[--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version] [options]")
{
    /// <inheritdoc/>
    protected override string Done(bool added, bool removed) => added && removed ? "modified" : removed ? "unlabeled" : "labeled";

    /// <inheritdoc/>
    protected override void Check(string key, string? value)
    {
        if (value is not null && Names.LabelValue(value) is [var first, ..])
        {
            throw KubectlException.Error($"invalid label value: \"{key}={value}\": {first}");
        }
    }
}
