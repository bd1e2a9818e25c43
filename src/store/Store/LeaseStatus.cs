namespace Cybernetes.Store;

/// <summary>A lease as it stands.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="GrantedTtl">How long it lives after a grant or a renewal; whole seconds.</param>
/// <param name="Remaining">How long it still lives.</param>
/// <param name="Keys">The keys it will delete; empty unless asked for.</param>
public sealed record LeaseStatus(LeaseId Id, TimeSpan GrantedTtl, TimeSpan Remaining, IReadOnlyList<StoreKey> Keys);
