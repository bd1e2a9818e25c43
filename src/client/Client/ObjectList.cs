using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Client;

/// <summary>What a list request answered.</summary>
public sealed record ObjectList<T>(ListMeta Metadata, ValueList<T> Items);
