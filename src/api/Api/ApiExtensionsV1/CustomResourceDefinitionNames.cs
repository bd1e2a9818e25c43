using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiExtensionsV1;

/// <summary>What a kind is called.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record CustomResourceDefinitionNames
{
    /// <summary>The name in URLs, in lower case.</summary>
    [Field(1, Always = true)]
    public partial string Plural { get; init; }

    /// <summary>The name in the singular; the kind in lower case by default.</summary>
    [Field(2)]
    public partial string Singular { get; init; }

    /// <summary>Short names for the command line.</summary>
    [Field(3)]
    public partial ValueList<string> ShortNames { get; init; }

    /// <summary>The kind, in CamelCase.</summary>
    [Field(4, Always = true)]
    public partial string Kind { get; init; }

    /// <summary>The kind of lists; the kind with <c>List</c> by default.</summary>
    [Field(5)]
    public partial string ListKind { get; init; }

    /// <summary>Names for several resources at once, such as <c>all</c>.</summary>
    [Field(6)]
    public partial ValueList<string> Categories { get; init; }
}
